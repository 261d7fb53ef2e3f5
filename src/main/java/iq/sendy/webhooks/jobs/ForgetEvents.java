package iq.sendy.webhooks.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.Timing;
import iq.sendy.stores.EveryStore;
import iq.sendy.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, events that are older than thirty days, with their deliveries and attempts. */
@Component
class ForgetEvents implements Schedule {

    private static final Duration KEPT = Duration.ofDays(30);

    private final EveryStore stores;
    private final Webhooks webhooks;

    ForgetEvents(EveryStore stores, Webhooks webhooks) {
        this.stores = stores;
        this.webhooks = webhooks;
    }

    @Override
    public String name() {
        return "webhooks.forget-events";
    }

    @Override
    public Timing timing() {
        return new Timing.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.untilNothingIsLeft(store -> webhooks.forget(store, fire.minus(KEPT)));
    }
}
