package iq.sendy.agent;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.messaging.InboundProcessing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A customer who writes at a shop whose agent is on. */
@Scenario
abstract class TalkScenario {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

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
