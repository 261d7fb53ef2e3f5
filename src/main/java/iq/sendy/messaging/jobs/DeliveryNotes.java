package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.messaging.store.InboundDeliveryStore.Processed;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes what came of deliveries. */
@Component
class DeliveryNotes {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final InboundDeliveryStore deliveries;
    private final Jobs jobs;
    private final OneTrip oneTrip;
    private final Clock clock;

    DeliveryNotes(InboundDeliveryStore deliveries, Jobs jobs, OneTrip oneTrip, Clock clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.oneTrip = oneTrip;
        this.clock = clock;
    }

    void read(StoreId store, ReadDelivery read) {
        oneTrip.write(store, note(store, read, clock.instant()));
    }

    /** What to note of it: that it is processed, or how far. */
    Query<Boolean> note(StoreId store, ReadDelivery read, Instant now) {
        return read.isLast()
                ? deliveries.processed(store, new Processed(read.id(), read.unreadable(), read.error()), now)
                : deliveries.goesOn(store, read.id(), read.before(), read.progress());
    }

    /** Leaves one alone for a while, and sees to it that somebody comes back to it. */
    void postpone(StoreId store, UUID delivery) {
        oneTrip.write(
                store,
                deliveries.postpone(store, delivery, clock.instant(), FIRST_PAUSE, LONGEST_PAUSE),
                jobs.standing(store, InboundDeliveries.PROCESS, InboundDeliveries.PATIENCE));
    }
}
