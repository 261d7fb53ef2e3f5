package iq.sendy.jobs;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.jobs.store.ScheduleStore;
import iq.sendy.kernel.StoreId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A workshop for each test, and a store that nobody else uses. The application's own engine rests meanwhile: it knows none
 * of the tests' kinds, and as a process of another version would, it puts off the stores that it finds them in.
 */
@Scenario
abstract class Working {

    @Autowired
    Jobs jobs;

    @Autowired
    EngineParts parts;

    @Autowired
    ScheduleStore fires;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    @Autowired
    JobEngineLifecycle applications;

    Workshop shop;
    StoreId store;

    @BeforeEach
    void open() {
        applications.stop();
        shop = new Workshop(jobs, parts, fires, transactions, backstage);
        store = Workshop.store();
    }

    @AfterEach
    void close() {
        try {
            shop.close();
            shop.forgets(List.of(store));
        } finally {
            applications.start();
        }
    }
}
