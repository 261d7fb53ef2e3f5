package iq.sendy.stores.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.Timing;
import iq.sendy.platform.idempotency.KeptAnswers;
import iq.sendy.platform.tenancy.StoreScope;
import iq.sendy.stores.Stores;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, the answers that were kept for an Idempotency-Key and are too old to be asked for. */
@Component
class ForgetAnswers implements Schedule {

    private final Stores stores;
    private final KeptAnswers answers;

    ForgetAnswers(Stores stores, KeptAnswers answers) {
        this.stores = stores;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "stores.forget-answers";
    }

    @Override
    public Timing timing() {
        return new Timing.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        for (var store : stores.all()) {
            while (StoreScope.in(store, () -> answers.forget(store)) > 0) {
                // In small steps: no row is locked for long.
            }
        }
    }
}
