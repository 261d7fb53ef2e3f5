package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.messaging.InboundDeliveries;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, deliveries of Meta that are older than thirty days: they hold what customers wrote. */
@Component
class PurgeDeliveries implements Schedule {

    private static final Duration KEPT = Duration.ofDays(30);

    private final StoreBatches stores;
    private final InboundDeliveries deliveries;

    PurgeDeliveries(StoreBatches stores, InboundDeliveries deliveries) {
        this.stores = stores;
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "messaging.forget-deliveries";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.runUntilDone(store -> deliveries.forget(store, fire.minus(KEPT)));
    }
}
