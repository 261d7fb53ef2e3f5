package iq.sendy.jobs;

import iq.sendy.jobs.JobClaimer.ClaimedBatch;
import iq.sendy.jobs.JobClaimer.Plan;
import iq.sendy.jobs.JobClaimer.Planner;
import iq.sendy.jobs.Lanes.LaneOf;
import iq.sendy.jobs.store.ClaimRequest;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process's worker: looks for stores that are due, takes their jobs, attempts them, and has the ends written. It is told
 * of work in its own process at once, knows when the next of a store is due at which it has just looked, and finds the rest
 * by looking ten times a second or so.
 */
final class JobEngine {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);
    private static final int STORES_AT_ONCE = 200;
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final long GLANCE = Duration.ofMillis(50).toNanos();
    private static final long WHOLE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long TROUBLED = Duration.ofSeconds(1).toNanos();

    private final EngineSettings settings;
    private final Map<String, JobHandler<Object, Object>> handlers = new LinkedHashMap<>();
    private final EngineParts parts;
    private final ScheduleRunner scheduleRunner;
    private final FairScheduler fairScheduler;
    private final JobRunner jobRunner;
    private final LeaseKeeper leaseKeeper;
    private final Consumer<StoreId> ear = this::wake;
    private volatile boolean running;
    private @Nullable Thread looking;

    JobEngine(
            EngineSettings settings,
            Collection<JobHandler<Object, Object>> handlers,
            EngineParts parts,
            ScheduleRunner scheduleRunner) {
        this.settings = settings;
        handlers.forEach(handler -> {
            if (this.handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("Two handlers of " + handler.kind());
            }
        });
        this.parts = parts;
        this.scheduleRunner = scheduleRunner;
        this.fairScheduler = new FairScheduler(settings);
        this.leaseKeeper = new LeaseKeeper(settings, parts.claiming(), parts.meters());
        this.jobRunner = new JobRunner(settings, fairScheduler, leaseKeeper, parts, this::pump);
    }

    void start() {
        running = true;
        parts.wakes().hear(ear);
        looking = Thread.ofVirtual().name("jobs-look").start(() -> BackgroundWork.run(this::look));
    }

    boolean isRunning() {
        return running;
    }

    /** How many jobs it holds. */
    int held() {
        return fairScheduler.held();
    }

    /** Takes nothing more, lets what is in flight end for a while, and gives back the rest. */
    void stop() {
        running = false;
        parts.wakes().forget(ear);
        if (looking != null) {
            LockSupport.unpark(looking);
        }
        leaseKeeper.giveBack(fairScheduler.takeWaiting(), false);
        var end = settings.nanos().getAsLong() + settings.patience().toNanos();
        while (fairScheduler.held() > 0 && settings.nanos().getAsLong() < end) {
            // A claim that was under way may still bring some.
            leaseKeeper.giveBack(fairScheduler.takeWaiting(), false);
            leaseKeeper.renewDue();
            LockSupport.parkNanos(GLANCE);
        }
        leaseKeeper.giveBack(leaseKeeper.all(), true);
    }

    private void wake(StoreId store) {
        if (running && !handlers.isEmpty()) {
            fairScheduler.offer(store, true);
            pump();
        }
    }

    private void look() {
        var mark = "-infinity";
        var wholeAt = settings.nanos().getAsLong();
        while (running) {
            var wait = Math.round(
                    settings.look().toNanos() * (1 + settings.jitter().getAsDouble()));
            try {
                var now = settings.nanos().getAsLong();
                if (now - wholeAt >= WHOLE_EVERY) {
                    wholeAt = now;
                    mark = "-infinity";
                    fairScheduler.forgetIdle();
                }
                mark = lookOnce(mark);
                leaseKeeper.renewDue();
            } catch (RuntimeException trouble) {
                LOG.warn("The queue cannot be read: {}", trouble.toString());
                wait = TROUBLED;
            }
            LockSupport.parkNanos(wait);
        }
    }

    private String lookOnce(String mark) {
        var due = parts.queue().due(mark, STORES_AT_ONCE);
        if (!handlers.isEmpty()) {
            due.stores().forEach(one -> fairScheduler.offer(one.store(), false));
            pump();
        }
        scheduleRunner.look(due.now());
        return due.stores().isEmpty() ? mark : due.stores().getFirst().dueAt();
    }

    /** Begins whatever there is room for. */
    private void pump() {
        for (var begun : fairScheduler.nextAttempts()) {
            jobRunner.begin(begun);
        }
        if (!running) {
            return;
        }
        for (var store = fairScheduler.nextClaim(); store != null; store = fairScheduler.nextClaim()) {
            var claimed = store;
            Thread.ofVirtual().name("jobs-claim").start(() -> BackgroundWork.run(() -> claim(claimed)));
        }
    }

    private void claim(StoreQueue store) {
        ClaimedBatch claimedBatch = null;
        try {
            if (running) {
                claimedBatch = claimed(store);
                leaseKeeper.keep(claimedBatch.jobs());
            }
        } catch (RuntimeException trouble) {
            LOG.warn("A claim failed: {}", trouble.toString());
        } finally {
            fairScheduler.claimed(store, claimedBatch);
            pump();
        }
        var ahead = claimedBatch == null ? null : claimedBatch.ahead();
        if (ahead != null) {
            lookIn(store, ahead);
        }
    }

    /** What was put off for a moment begins at that moment, and not with the next look at all stores. */
    private void lookIn(StoreQueue store, Duration ahead) {
        if (ahead.compareTo(MOMENT) > 0
                || !fairScheduler.setsAlarm(store, settings.nanos().getAsLong() + ahead.toNanos())) {
            return;
        }
        Thread.ofVirtual().name("jobs-alarm").start(() -> {
            LockSupport.parkNanos(ahead.toNanos());
            wake(store.store);
        });
    }

    private Planner planner(StoreQueue store) {
        return new Planner() {
            @Override
            public Plan plan(List<LaneOf> open) {
                return fairScheduler.plan(store, open);
            }

            @Override
            public ClaimRequest ahead(List<LaneOf> open, boolean whole) {
                return fairScheduler.ahead(store, open, whole);
            }
        };
    }

    private ClaimedBatch claimed(StoreQueue store) {
        var sent = settings.nanos().getAsLong();
        var claimedBatch = CurrentTenant.in(
                store.store,
                () -> parts.claiming()
                        .claim(
                                store.store,
                                settings.node(),
                                handlers.values(),
                                planner(store),
                                lease -> new Lease(settings.nanos(), sent, lease)));
        parts.meters().claimed(Duration.ofNanos(settings.nanos().getAsLong() - sent));
        return claimedBatch;
    }
}
