package iq.sendy.webhooks.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.stores.StoreBatches;
import iq.sendy.webhooks.EventFeed;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, events that are older than thirty days, with their deliveries and attempts. */
@Component
class PurgeEvents implements Schedule {

    private static final Duration KEPT = Duration.ofDays(30);

    private final StoreBatches stores;
    private final EventFeed feed;

    PurgeEvents(StoreBatches stores, EventFeed feed) {
        this.stores = stores;
        this.feed = feed;
    }

    @Override
    public String name() {
        return "webhooks.forget-events";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.runUntilDone(store -> feed.forget(store, fire.minus(KEPT)));
    }
}
