package iq.sendy.messaging.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.messaging.model.ReadDelivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came in, counted. No store is named. */
@Component
class InboxMeters {

    private static final long STALE = Duration.ofSeconds(40).toNanos();

    private final Counter unreadable;
    private final Counter withoutEffect;
    private final AtomicReference<@Nullable Measured> oldest = new AtomicReference<>();

    InboxMeters(MeterRegistry registry) {
        this.unreadable = Counter.builder("sendy.inbox.items.unreadable")
                .description("Items of verified deliveries that could not be read")
                .register(registry);
        this.withoutEffect = Counter.builder("sendy.inbox.deliveries.failed")
                .description("Deliveries with an item that could be read and had no effect; more than none is a fault")
                .register(registry);
        Gauge.builder("sendy.inbox.delivery.age.seconds", this, InboxMeters::age)
                .description("For how long the oldest delivery waits to be read")
                .register(registry);
    }

    private record Measured(Duration age, long at) {}

    void read(List<ReadDelivery> deliveries) {
        deliveries.stream().filter(ReadDelivery::isLast).forEach(delivery -> {
            unreadable.increment(delivery.unreadable());
            withoutEffect.increment(delivery.error() == null ? 0 : 1);
        });
    }

    void waits(Duration longest) {
        oldest.set(new Measured(longest, System.nanoTime()));
    }

    /** Another process may measure from now on; then this one says nothing rather than something old. */
    private double age() {
        var measured = oldest.get();
        return measured == null || System.nanoTime() - measured.at() > STALE
                ? Double.NaN
                : measured.age().toMillis() / 1_000.0;
    }
}
