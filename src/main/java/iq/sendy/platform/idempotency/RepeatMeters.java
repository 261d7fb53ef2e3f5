package iq.sendy.platform.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what came of requests whose {@code Idempotency-Key} was used before. */
@Component
class RepeatMeters {

    private final Counter replayed;
    private final Counter running;
    private final Counter mismatched;

    RepeatMeters(MeterRegistry registry) {
        this.replayed = counter(registry, "replayed");
        this.running = counter(registry, "running");
        this.mismatched = counter(registry, "mismatch");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("sendy.idempotency.repeats")
                .description("Requests with an Idempotency-Key that was used before: replayed with the kept answer,"
                        + " refused because the first was still running, or because it was another request")
                .tag("outcome", outcome)
                .register(registry);
    }

    void replayed() {
        replayed.increment();
    }

    void running() {
        running.increment();
    }

    void mismatched() {
        mismatched.increment();
    }
}
