package iq.sendy.jobs;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A workshop for each test, and a store that nobody else uses. */
@Scenario
abstract class Working {

    @Autowired
    Jobs jobs;

    @Autowired
    QueueStore queue;

    @Autowired
    Claiming claiming;

    @Autowired
    Settling settling;

    @Autowired
    Wakes wakes;

    @Autowired
    Meters meters;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    Workshop shop;
    StoreId store;

    @BeforeEach
    void open() {
        shop = new Workshop(jobs, queue, claiming, settling, wakes, meters, transactions, backstage);
        store = Workshop.store();
    }

    @AfterEach
    void close() {
        shop.close();
    }
}
