package iq.sendy.stores.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, the answers that were kept for an Idempotency-Key and are too old to be asked for. */
@Component
class PurgeStoredAnswers implements Schedule {

    private final StoreBatches stores;
    private final IdempotencyStore answers;

    PurgeStoredAnswers(StoreBatches stores, IdempotencyStore answers) {
        this.stores = stores;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "stores.forget-answers";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        stores.runUntilDone(answers::forget);
    }
}
