package iq.sendy.messaging;

import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A channel for each test, of a store that nobody else uses. */
@Scenario
abstract class Processing {

    static final String ZAINAB = "9647701234567";

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    Postbox inbox;
    Instant now;

    @BeforeEach
    void open() {
        inbox = postbox();
        now = clock.instant();
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    Postbox postbox() {
        return new Postbox(new StoreId(UUID.randomUUID()), processing, transactions, backstage);
    }

    static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
