package iq.sendy.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What happened, counted. No store is named. */
@Component
class JobMeters {

    private static final long STALE = Duration.ofSeconds(40).toNanos();

    private final MeterRegistry registry;
    private final Timer claim;
    private final Counter leaseLost;
    private final Counter lostWake;
    private final Map<String, Load> loads = new ConcurrentHashMap<>();
    private final Map<String, Long> dead = new ConcurrentHashMap<>();
    private volatile double oldestTransaction = Double.NaN;
    private volatile long measuredAt;

    JobMeters(MeterRegistry registry) {
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

    /** What waits of a kind: due, leased, and for how many seconds the oldest is due. */
    record Load(long due, long leased, double oldest) {

        static final Load NONE = new Load(0, 0, 0);

        Load and(Load other) {
            return new Load(due + other.due, leased + other.leased, Math.max(oldest, other.oldest));
        }
    }

    /** A kind is shown from its first measurement on, and as none when nothing of it is left. */
    void measured(Map<String, Load> now, double oldestTransaction) {
        now.keySet().stream().filter(kind -> !loads.containsKey(kind)).forEach(this::show);
        loads.replaceAll((_, _) -> Load.NONE);
        loads.putAll(now);
        if (Double.isNaN(this.oldestTransaction)) {
            Gauge.builder(
                            "sendy.db.oldest.xmin.seconds",
                            this,
                            jobMeters -> jobMeters.fresh(jobMeters.oldestTransaction))
                    .description("Age of the oldest transaction that keeps dead rows, as far as our role may see")
                    .register(registry);
        }
        this.oldestTransaction = oldestTransaction;
        measuredAt = System.nanoTime();
    }

    private void show(String kind) {
        loads.put(kind, Load.NONE);
        gauge("sendy.jobs.due", "Jobs that are due now", kind, Load::due);
        gauge("sendy.jobs.leased", "Jobs that a process is working on", kind, Load::leased);
        gauge("sendy.jobs.queue.age.seconds", "For how long the oldest job has been due", kind, Load::oldest);
    }

    private void gauge(String name, String description, String kind, ToDoubleFunction<Load> figure) {
        Gauge.builder(
                        name,
                        this,
                        jobMeters ->
                                jobMeters.fresh(figure.applyAsDouble(jobMeters.loads.getOrDefault(kind, Load.NONE))))
                .description(description)
                .tag("kind", kind)
                .register(registry);
    }

    /** Another process may measure from now on; then this one says nothing rather than something old. */
    private double fresh(double figure) {
        return System.nanoTime() - measuredAt > STALE ? Double.NaN : figure;
    }

    void deadCounted(Map<String, Long> now) {
        now.keySet().stream()
                .filter(kind -> dead.put(kind, 0L) == null)
                .forEach(kind -> Gauge.builder("sendy.jobs.dead", dead, counts -> counts.getOrDefault(kind, 0L))
                        .description("Jobs that were given up and wait for an operator")
                        .tag("kind", kind)
                        .register(registry));
        dead.replaceAll((kind, _) -> now.getOrDefault(kind, 0L));
    }

    void claimed(Duration took) {
        claim.record(took);
    }

    void ran(String kind, Duration took) {
        Timer.builder("sendy.jobs.run")
                .description("Attempts at jobs")
                .tag("kind", kind)
                .register(registry)
                .record(took);
    }

    void ended(String kind, JobEnd end) {
        Counter.builder("sendy.jobs.attempts")
                .description("Attempts at jobs by how they ended")
                .tag("kind", kind)
                .tag("outcome", end.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    void leaseLost() {
        leaseLost.increment();
    }

    void lostWake() {
        lostWake.increment();
    }
}
