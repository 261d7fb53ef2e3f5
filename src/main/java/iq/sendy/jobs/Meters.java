package iq.sendy.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What happened, counted. No store is named. */
@Component
class Meters {

    private final MeterRegistry registry;
    private final Timer claim;
    private final Counter leaseLost;
    private final Counter lostWake;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.claim = Timer.builder("sendy.jobs.claim")
                .description("The transaction that takes jobs")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.leaseLost = Counter.builder("sendy.jobs.lease.lost")
                .description("Results thrown away because another worker has the job")
                .register(registry);
        this.lostWake = Counter.builder("sendy.jobs.lost.wake")
                .description("Stores whose work nobody would have looked at; more than none is a fault")
                .register(registry);
    }

    void claimed(Duration took) {
        claim.record(took);
    }

    void ran(String kind, Duration took) {
        registry.timer("sendy.jobs.run", "kind", kind).record(took);
    }

    void ended(String kind, JobEnd end) {
        registry.counter(
                        "sendy.jobs.attempts",
                        "kind",
                        kind,
                        "outcome",
                        end.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }

    void leaseLost() {
        leaseLost.increment();
    }

    void lostWake() {
        lostWake.increment();
    }
}
