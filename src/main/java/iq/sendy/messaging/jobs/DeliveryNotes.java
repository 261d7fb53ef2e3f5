package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.messaging.store.InboundDeliveryStore.Processed;
import iq.sendy.platform.sql.OneTrip;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes what came of deliveries that are read alone. */
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

    void processed(StoreId store, ReadDelivery read) {
        var processed = new Processed(read.id(), read.unreadable(), read.error());
        oneTrip.write(store, deliveries.processed(store, processed, clock.instant()));
    }

    /** Leaves one alone for a while, and sees to it that somebody comes back to it. */
    void postpone(StoreId store, UUID delivery) {
        oneTrip.write(
                store,
                deliveries.postpone(store, delivery, clock.instant(), FIRST_PAUSE, LONGEST_PAUSE),
                jobs.standing(store, InboundDeliveries.PROCESS, InboundDeliveries.PATIENCE));
    }
}
