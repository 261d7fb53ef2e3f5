package iq.sendy.jobs;

import iq.sendy.jobs.JobHandler.FastCompletion;
import iq.sendy.jobs.StoreQueue.Over;
import iq.sendy.jobs.model.AttemptEnds;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.PassingTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker threads of the job engine. Makes the attempts, each on a thread of its own, and has their ends written in
 * batches.
 */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long COMPANY = Duration.ofMillis(5).toNanos();
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES = Duration.ofMillis(100).toNanos();

    private final EngineSettings settings;
    private final FairScheduler fairScheduler;
    private final LeaseKeeper leaseKeeper;
    private final JobClaimer jobClaimer;
    private final JobCompletion jobCompletion;
    private final JobMeters jobMeters;
    private final Runnable pump;
    private final Semaphore writing;

    JobRunner(
            EngineSettings settings,
            FairScheduler fairScheduler,
            LeaseKeeper leaseKeeper,
            EngineParts parts,
            Runnable pump) {
        this.settings = settings;
        this.fairScheduler = fairScheduler;
        this.leaseKeeper = leaseKeeper;
        this.jobClaimer = parts.claiming();
        this.jobCompletion = parts.settling();
        this.jobMeters = parts.meters();
        this.pump = pump;
        this.writing = new Semaphore(settings.settles());
    }

    void begin(ClaimedJob claimedJob) {
        Thread.ofVirtual()
                .name("jobs-attempt")
                .start(() -> BackgroundWork.run(
                        () -> CurrentTenant.in(claimedJob.job().store(), () -> attempt(claimedJob))));
    }

    private boolean attempt(ClaimedJob waited) {
        var job = waited.job();
        var claimedJob = job.mayAct() ? fresh(waited) : null;
        if (claimedJob == null) {
            leaseKeeper.release(job);
            fairScheduler.dropped(waited);
            pump.run();
            return false;
        }
        var began = settings.nanos().getAsLong();
        var queue = fairScheduler.attempted(claimedJob, outcome(claimedJob));
        jobMeters.ran(job.kind(), Duration.ofNanos(settings.nanos().getAsLong() - began));
        pump.run();
        if (queue != null) {
            settle(queue);
        }
        return true;
    }

    /**
     * A claim that waited behind slow attempts knows what may be true no more: a secret that was replaced, a lane that was
     * closed. Null when the attempt is not to be made; the job is given back then, as if it had never been taken.
     */
    private @Nullable ClaimedJob fresh(ClaimedJob claimedJob) {
        var job = claimedJob.job();
        if (job.lease().isFresh()) {
            return claimedJob;
        }
        try {
            var work = jobClaimer.look(job.store(), claimedJob.handler(), job);
            if (work.isPresent()) {
                return new ClaimedJob(claimedJob.handler(), job, work.get());
            }
        } catch (RuntimeException trouble) {
            LOG.warn("A job of {} could not be looked at again: {}", job.kind(), trouble.toString());
        }
        leaseKeeper.giveBack(List.of(claimedJob), false);
        return null;
    }

    private AttemptResult<Object, Object> outcome(ClaimedJob claimedJob) {
        var job = claimedJob.job();
        if (job.lost() > AttemptEnds.MOST_LOST) {
            return new AttemptResult.GivenUp<>(job, claimedJob.work(), AttemptEnds.worn(job.lost()));
        }
        try {
            return new AttemptResult.Completed<>(
                    job, claimedJob.work(), claimedJob.handler().attempt(job, claimedJob.work()));
        } catch (Exception failed) {
            return new AttemptResult.Failed<>(job, claimedJob.work(), failed, after(claimedJob, failed));
        } catch (LinkageError | StackOverflowError broken) {
            var failed = new IllegalStateException(broken);
            return new AttemptResult.Failed<>(job, claimedJob.work(), failed, after(claimedJob, failed));
        }
    }

    private JobEnd after(ClaimedJob claimedJob, Exception failed) {
        var made = claimedJob.job().attempts() - claimedJob.job().lost();
        return AttemptEnds.after(
                claimedJob.handler().retry(),
                made,
                failed,
                2 * settings.jitter().getAsDouble() - 1);
    }

    /** Until nothing of the store is left; attempts that end meanwhile come along. */
    private void settle(StoreQueue queue) {
        while (true) {
            if (fairScheduler.companyComes(queue)) {
                LockSupport.parkNanos(COMPANY);
            }
            var batch = fairScheduler.toSettle(queue);
            if (batch.isEmpty()) {
                return;
            }
            var ends = new HashMap<UUID, JobEnd>();
            try {
                byHandler(batch).forEach((handler, done) -> ends.putAll(written(handler, queue, done)));
            } finally {
                batch.forEach(over -> told(over.attempted().job(), ends));
                fairScheduler.settled(queue, batch, ends);
                pump.run();
            }
        }
    }

    private void told(Job job, Map<UUID, JobEnd> ends) {
        leaseKeeper.release(job);
        var end = ends.get(job.id());
        if (end == null) {
            jobMeters.leaseLost();
        } else {
            jobMeters.ended(job.kind(), end);
        }
    }

    private static Map<JobHandler<Object, Object>, List<AttemptResult<Object, Object>>> byHandler(List<Over> batch) {
        var done = new LinkedHashMap<JobHandler<Object, Object>, List<AttemptResult<Object, Object>>>();
        for (var over : batch) {
            done.computeIfAbsent(over.handler(), _ -> new ArrayList<>()).add(over.attempted());
        }
        return done;
    }

    /** All at once; if their handler cannot note them so, each alone, and one that cannot be noted at all by itself. */
    private Map<UUID, JobEnd> written(
            JobHandler<Object, Object> handler, StoreQueue queue, List<AttemptResult<Object, Object>> done) {
        writing.acquireUninterruptibly();
        try {
            return tried(handler, queue, done);
        } catch (RuntimeException trouble) {
            if (PassingTrouble.is(trouble)) {
                LOG.warn("Ends of {} were not written; their leases run out: {}", handler.kind(), trouble.toString());
                return Map.of();
            }
            if (done.size() == 1) {
                return unheard(handler, queue, done.getFirst(), trouble);
            }
            var ends = new HashMap<UUID, JobEnd>();
            for (var one : done) {
                try {
                    ends.putAll(tried(handler, queue, List.of(one)));
                } catch (RuntimeException poisoned) {
                    ends.putAll(unheard(handler, queue, one, poisoned));
                }
            }
            return ends;
        } finally {
            writing.release();
        }
    }

    /** After a lost answer to COMMIT a second try finds nothing left to end, and does nothing. */
    private Map<UUID, JobEnd> tried(
            JobHandler<Object, Object> handler, StoreQueue queue, List<AttemptResult<Object, Object>> done) {
        for (var tries = 1; ; tries++) {
            try {
                return settled(handler, queue.store, done);
            } catch (RuntimeException trouble) {
                if (tries == TRIES || !PassingTrouble.is(trouble)) {
                    throw trouble;
                }
                LockSupport.parkNanos(BETWEEN_TRIES * tries);
            }
        }
    }

    private Map<UUID, JobEnd> settled(
            JobHandler<Object, Object> handler, StoreId store, List<AttemptResult<Object, Object>> done) {
        // Who failed or was given up may go on, or dies, whatever its handler says.
        var allCompleted = done.stream().allMatch(one -> one instanceof AttemptResult.Completed);
        var fast = allCompleted ? handler.fastPath(store, done) : Optional.<FastCompletion>empty();
        if (fast.isPresent()) {
            try {
                var ends = jobCompletion.end(handler, store, done, fast.get());
                fast.get().afterCommit().run();
                return ends;
            } catch (JobCompletion.LostJob lostJob) {
                LOG.debug("Asked anew who still holds which job of {}", handler.kind());
            }
        }
        return jobCompletion.settle(handler, store, done);
    }

    private Map<UUID, JobEnd> unheard(
            JobHandler<Object, Object> handler,
            StoreQueue queue,
            AttemptResult<Object, Object> one,
            RuntimeException trouble) {
        var job = one.job();
        LOG.error("The end of a job of {} could not be noted", handler.kind(), trouble);
        try {
            return jobCompletion.endUnheard(queue.store, job, after(new ClaimedJob(handler, job, one.work()), trouble));
        } catch (RuntimeException again) {
            LOG.warn("A job of {} was left to its lease: {}", handler.kind(), again.toString());
            return Map.of();
        }
    }
}
