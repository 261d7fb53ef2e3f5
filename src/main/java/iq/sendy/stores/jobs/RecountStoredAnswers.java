package iq.sendy.stores.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.stores.StoreBatches;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Counts anew each night, when Iraq sleeps, what every store keeps of answers. */
@Component
class RecountStoredAnswers implements Schedule {

    private static final LocalTime NIGHT_IN_IRAQ = LocalTime.of(0, 50);

    private final StoreBatches stores;
    private final IdempotencyStore answers;

    RecountStoredAnswers(StoreBatches stores, IdempotencyStore answers) {
        this.stores = stores;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "stores.recount-answers";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Daily(NIGHT_IN_IRAQ);
    }

    @Override
    public void run(Instant fire) {
        stores.inEach(answers::recount);
    }
}
