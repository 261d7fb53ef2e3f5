package iq.sendy.stores.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.Timing;
import iq.sendy.platform.idempotency.KeptAnswers;
import iq.sendy.stores.EveryStore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes, store by store, the answers that were kept for an Idempotency-Key and are too old to be asked for. */
@Component
class ForgetAnswers implements Schedule {

    private final EveryStore stores;
    private final KeptAnswers answers;

    ForgetAnswers(EveryStore stores, KeptAnswers answers) {
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
        stores.untilNothingIsLeft(answers::forget);
    }
}
