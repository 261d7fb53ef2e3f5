package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, attempts to send that were settled thirty days ago; their messages stay. */
@Component
class ForgetAttempts implements Schedule {

    private static final Duration KEPT = Duration.ofDays(30);

    private final StoreBatches stores;
    private final OutboundMessages messages;

    ForgetAttempts(StoreBatches stores, OutboundMessages messages) {
        this.stores = stores;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "messaging.forget-attempts";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.runUntilDone(store -> messages.forgetAttempts(store, fire.minus(KEPT)));
    }
}
