package iq.sendy.jobs;

import iq.sendy.jobs.Lanes.LaneOf;
import iq.sendy.jobs.store.ClaimRequest;
import iq.sendy.jobs.store.CompletionStore;
import iq.sendy.jobs.store.CompletionStore.Ended;
import iq.sendy.jobs.store.LeaseStore;
import iq.sendy.jobs.store.LeaseStore.HeldLease;
import iq.sendy.jobs.store.LeaseStore.Taken;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claiming of jobs under a lease. The transactions by which a process takes jobs, keeps them, and gives them back. */
@Component
class JobClaimer {

    /** When a store whose lanes are full here is shown to other processes again, and to this one. */
    private static final double LOOK_AGAIN_SECONDS = 0.25;

    private static final int MOST_STRAYS = 1_000;

    private final QueueStore queue;
    private final LeaseStore leases;
    private final CompletionStore ends;
    private final Lanes lanes;
    private final Pipeline pipeline;

    JobClaimer(QueueStore queue, LeaseStore leases, CompletionStore ends, Lanes lanes, Pipeline pipeline) {
        this.queue = queue;
        this.leases = leases;
        this.ends = ends;
        this.lanes = lanes;
        this.pipeline = pipeline;
    }

    /**
     * What to take.
     *
     * @param toTake lanes that have room here
     * @param whole without marks
     */
    record Plan(ClaimRequest toTake, boolean whole) {}

    /** Knows what this process has room for, and where it need not look. */
    interface Planner {

        Plan plan(List<LaneOf> open);

        /** The open lanes again, to see when the store is due next. */
        ClaimRequest ahead(List<LaneOf> open, boolean whole);
    }

    /**
     * What a claim brought. Jobs whose work is gone were ended at once and are among {@code taken} alone.
     *
     * @param ahead where nothing was due, how soon the store's next moment is, at most a minute
     */
    record ClaimedBatch(
            List<Taken> taken,
            List<ClaimedJob> jobs,
            @Nullable Duration ahead) {}

    /** Takes due jobs. If there are none, the store is due when the next of its jobs is. */
    @Transactional
    public ClaimedBatch claim(
            StoreId store,
            String node,
            Collection<JobHandler<Object, Object>> handlers,
            Planner planner,
            Function<Duration, Lease> lease) {
        var plan = planner.plan(Lanes.open(lanes.of(store, handlers)));
        var taken = plan.toTake().isEmpty() ? List.<Taken>of() : leases.claim(store, plan.toTake(), node);
        if (taken.isEmpty()) {
            queue.lock(store);
            // A lane that was opened since they were asked, by somebody who committed before the lock, is seen now.
            var now = lanes.of(store, handlers);
            var ahead = queue.forward(
                    store,
                    planner.ahead(Lanes.open(now), plan.whole()),
                    Lanes.ids(now),
                    LOOK_AGAIN_SECONDS,
                    plan.whole());
            return new ClaimedBatch(taken, List.of(), ahead);
        }
        var jobs = new ArrayList<ClaimedJob>();
        for (var handler : handlers) {
            jobs.addAll(loaded(store, handler, taken, lease));
        }
        endMissing(store, taken, jobs.stream().map(one -> one.job().id()).collect(Collectors.toSet()));
        return new ClaimedBatch(taken, jobs, null);
    }

    private static List<ClaimedJob> loaded(
            StoreId store, JobHandler<Object, Object> handler, List<Taken> taken, Function<Duration, Lease> lease) {
        var jobs = taken.stream()
                .filter(one -> one.kind().equals(handler.kind()))
                .map(one -> Job.of(store, one, lease.apply(handler.lease())))
                .toList();
        if (jobs.isEmpty()) {
            return List.of();
        }
        var work = handler.load(store, jobs);
        var claimed = new ArrayList<ClaimedJob>();
        for (var job : jobs) {
            var known = work.get(job.id());
            if (known != null) {
                claimed.add(new ClaimedJob(handler, job, known));
            }
        }
        return claimed;
    }

    /**
     * Ends jobs whose work is gone and whose lane nobody names any more: it was emptied while they were held, and who held
     * them gave them back or died. Nobody takes them there, and for their sake the store is looked at every second. Asked
     * with the store locked.
     *
     * @param known all lanes, read under that lock
     */
    void endStrays(StoreId store, Collection<? extends JobHandler<?, ?>> handlers, List<LaneOf> known) {
        var strays = queue.strays(
                store, Lanes.ids(known), handlers.stream().map(JobHandler::kind).toList(), MOST_STRAYS);
        var alive = new HashSet<UUID>();
        for (var handler : handlers) {
            var jobs = strays.stream()
                    .filter(one -> one.kind().equals(handler.kind()))
                    .map(one -> Job.of(store, one, Lease.OVER))
                    .toList();
            if (!jobs.isEmpty()) {
                alive.addAll(handler.load(store, jobs).keySet());
            }
        }
        endMissing(store, strays, alive);
    }

    private void endMissing(StoreId store, List<Taken> taken, Set<UUID> present) {
        if (taken.size() == present.size()) {
            return;
        }
        ends.end(
                store,
                taken.stream()
                        .filter(one -> !present.contains(one.id()))
                        .map(one -> new Ended(one.id(), one.token(), new JobEnd.Done()))
                        .toList(),
                false);
    }

    /**
     * Reads anew what an attempt must know, after its claim has waited. Empty when it is not to be made now: its work is gone,
     * or its lane was closed meanwhile.
     */
    @Transactional(readOnly = true)
    public Optional<Object> look(StoreId store, JobHandler<Object, Object> handler, Job job) {
        var now = queue.now();
        var query = handler.lanes(store);
        pipeline.send(now, query);
        var open = query.answer().stream()
                .anyMatch(
                        lane -> lane.id().equals(job.lane()) && !lane.openFrom().isAfter(now.single()));
        return open ? Optional.ofNullable(handler.load(store, List.of(job)).get(job.id())) : Optional.empty();
    }

    /** Answers which of them are still held. */
    @Transactional
    public Set<UUID> renew(StoreId store, Collection<HeldLease> held, Duration lease) {
        return leases.renew(store, held, lease);
    }

    /** Others may take them at once. */
    @Transactional
    public boolean giveBack(StoreId store, Collection<HeldLease> notBegun, Collection<HeldLease> begun) {
        if (!notBegun.isEmpty()) {
            leases.giveBackUnbegun(store, notBegun);
        }
        if (!begun.isEmpty()) {
            leases.giveBack(store, begun);
        }
        queue.dueNow(store);
        return true;
    }
}
