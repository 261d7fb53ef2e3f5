package iq.sendy.agent;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.messaging.InboundProcessing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What brings customers' messages to the agent, and looks at what came of them. */
@Scenario
abstract class AgentScenario {

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
}
