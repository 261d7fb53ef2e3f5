package iq.sendy.analytics;

import iq.sendy.analytics.store.CalendarStore;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rebuilds of figures as jobs: when an operator asks, each night to see that nothing drifts, and when the days move. */
@Service
public class FigureRebuild {

    /** The kind of the jobs that rebuild. */
    public static final String KIND = "analytics.rebuild";

    /** Longer than a transaction lives that has read where the days began before. */
    private static final Duration OLD_DAYS_ARE_OVER = Duration.ofMinutes(5);

    /** Whoever holds the token of the management port; it says no more about who that is. */
    private static final Actor OPERATOR = new Actor("system", null, "Operator", null);

    private static final String NIGHTLY = "nightly";

    private final CalendarStore calendars;
    private final Settings settings;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    FigureRebuild(
            CalendarStore calendars,
            Settings settings,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.calendars = calendars;
        this.settings = settings;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** An operator wants the figures of a store rebuilt. */
    @Transactional
    public void request(StoreId store) {
        jobs.enqueue(store, List.of(job(null, null)));
        audit.record(
                store, OPERATOR, new Audit.Change("figures.rebuild_requested", "store", store.value(), null, null));
    }

    /** The figures of a store are to be held against its orders; once, however often it is asked before that was done. */
    @Transactional
    public void requestCheck(StoreId store) {
        jobs.enqueue(store, List.of(job(NIGHTLY, null)));
    }

    /**
     * Days begin where the settings say from now on, and where those of the JDK have changed; all figures move with them. A change of an order that read the old
     * zone may still be on its way to its commit, so what it adds to is counted once more when none can be.
     */
    @Transactional
    public void follow(StoreId store) {
        var zone = settings.of(store).zone();
        if (pipeline.ask(calendars.move(store, zone)).any()) {
            jobs.enqueue(
                    store, List.of(job(null, null), job(null, clock.instant().plus(OLD_DAYS_ARE_OVER))));
        }
    }

    private NewJob job(@Nullable String key, @Nullable Instant dueAt) {
        return new NewJob(uuidGenerator.next(), KIND, JobHandler.laneOf(KIND), key, dueAt, null);
    }
}
