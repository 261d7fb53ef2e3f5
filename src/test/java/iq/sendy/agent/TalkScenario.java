package iq.sendy.agent;

import iq.sendy.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A customer who writes at a shop whose agent is on. */
abstract class TalkScenario extends AgentScenario {

    Talk talk;

    @BeforeEach
    void open() {
        clock.reset();
        talk = Talk.begins(Shop.opens(api), new Talk.Stage(backstage, processing, transactions));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }
}
