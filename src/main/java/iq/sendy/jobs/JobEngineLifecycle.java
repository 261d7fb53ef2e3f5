package iq.sendy.jobs;

import iq.sendy.jobs.store.ScheduleStore;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the engine last of all and stops it first; handlers are asked for late, since their doors know this module's. */
@Component
class JobEngineLifecycle implements SmartLifecycle {

    /** Less than Spring's patience with one phase, so that what is still in flight then is given back. */
    private static final Duration PATIENCE = Duration.ofSeconds(23);

    /** Of the pool for what happens beside requests, which has two connections more for looking and renewing. */
    private static final int CLAIMS = 4;

    private static final int SETTLES = 4;

    private final ObjectProvider<JobHandler<?, ?>> handlers;
    private final ObjectProvider<Schedule> schedules;
    private final EngineParts parts;
    private final ScheduleStore fires;
    private final boolean enabled;
    private final int slots;
    private final Duration look;
    private volatile @Nullable JobEngine jobEngine;

    JobEngineLifecycle(
            ObjectProvider<JobHandler<?, ?>> handlers,
            ObjectProvider<Schedule> schedules,
            EngineParts parts,
            ScheduleStore fires,
            @Value("${sendy.jobs.enabled:true}") boolean enabled,
            @Value("${sendy.jobs.slots:256}") int slots,
            @Value("${sendy.jobs.look.ms:50}") long lookMillis) {
        this.handlers = handlers;
        this.schedules = schedules;
        this.parts = parts;
        this.fires = fires;
        this.enabled = enabled;
        this.slots = slots;
        this.look = Duration.ofMillis(lookMillis);
    }

    @Override
    public void start() {
        var found = handlers.orderedStream().map(JobEngineLifecycle::erased).toList();
        var scheduleRunner = new ScheduleRunner(schedules.orderedStream().toList(), fires);
        var started = new JobEngine(settings(), found, parts, scheduleRunner);
        started.start();
        jobEngine = started;
    }

    private EngineSettings settings() {
        var node = ProcessHandle.current().pid() + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new EngineSettings(
                node,
                slots,
                CLAIMS,
                SETTLES,
                PATIENCE,
                look,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Each job goes to the handler that loaded its work, so the types meet again. */
    @SuppressWarnings("unchecked")
    private static JobHandler<Object, Object> erased(JobHandler<?, ?> handler) {
        return (JobHandler<Object, Object>) handler;
    }

    @Override
    public void stop() {
        var stopping = jobEngine;
        if (stopping != null) {
            jobEngine = null;
            stopping.stop();
        }
    }

    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("jobs-stop").start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return jobEngine != null;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }
}
