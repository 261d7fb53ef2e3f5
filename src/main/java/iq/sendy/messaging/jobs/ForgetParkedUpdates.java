package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.messaging.ParkedUpdates;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, what was told more than a day ago of messages that never came. */
@Component
class ForgetParkedUpdates implements Schedule {

    private static final Duration KEPT = Duration.ofHours(24);

    private final StoreBatches stores;
    private final ParkedUpdates parked;

    ForgetParkedUpdates(StoreBatches stores, ParkedUpdates parked) {
        this.stores = stores;
        this.parked = parked;
    }

    @Override
    public String name() {
        return "messaging.forget-parked-updates";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.runUntilDone(store -> parked.forget(store, fire.minus(KEPT)));
    }
}
