package iq.sendy.jobs;

import iq.sendy.jobs.store.Asking;
import iq.sendy.jobs.store.EndStore;
import iq.sendy.jobs.store.EndStore.Ended;
import iq.sendy.jobs.store.LeaseStore;
import iq.sendy.jobs.store.LeaseStore.Held;
import iq.sendy.jobs.store.LeaseStore.Taken;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions by which a process takes jobs, keeps them, and gives them back. */
@Component
class Claiming {

    /** When a store whose lanes are full here is shown to other processes again, and to this one. */
    private static final double LOOK_AGAIN_SECONDS = 0.25;

    private final QueueStore queue;
    private final LeaseStore leases;
    private final EndStore ends;
    private final Together together;

    Claiming(QueueStore queue, LeaseStore leases, EndStore ends, Together together) {
        this.queue = queue;
        this.leases = leases;
        this.ends = ends;
        this.together = together;
    }

    /** A lane, and whose jobs are in it. */
    record LaneOf(JobHandler<Object, Object> handler, Lane lane) {}

    /** Knows what this process has room for, and where it need not look. */
    interface Planner {

        /** Whether to look without marks this time. */
        boolean whole();

        /** Those of the open lanes that have room here. */
        Asking toTake(List<LaneOf> open, boolean whole);

        /** The open lanes again, to see when the store is due next. */
        Asking ahead(List<LaneOf> open, boolean whole);
    }

    /** What a claim brought. Jobs whose work is gone were ended at once and are among {@code taken} alone. */
    record Claim(List<Taken> taken, List<Claimed> jobs) {}

    /** Takes due jobs. If there are none, the store is due when the next of its jobs is. */
    @Transactional
    public Claim claim(
            StoreId store,
            String node,
            Collection<JobHandler<Object, Object>> handlers,
            Planner planner,
            Function<Duration, Lease> lease) {
        var whole = planner.whole();
        var taken = taken(store, node, handlers, planner, whole);
        if (taken.isEmpty()) {
            queue.lock(store);
            // A lane that was opened since they were asked, by somebody who committed before the lock, is seen now.
            var asked = new AskedLanes(store, handlers);
            together.send(asked.questions());
            var lanes = asked.answer();
            var known = lanes.stream().map(of -> of.lane().id()).toList();
            queue.forward(store, planner.ahead(open(lanes), whole), known, LOOK_AGAIN_SECONDS, whole);
            return new Claim(taken, List.of());
        }
        var jobs = new ArrayList<Claimed>();
        for (var handler : handlers) {
            jobs.addAll(loaded(store, handler, taken, lease));
        }
        endMissing(store, taken, jobs);
        return new Claim(taken, jobs);
    }

    private List<Taken> taken(
            StoreId store,
            String node,
            Collection<JobHandler<Object, Object>> handlers,
            Planner planner,
            boolean whole) {
        var asked = new AskedLanes(store, handlers);
        together.send(asked.questions());
        var claim = claim(store, node, planner, asked.answer(), whole);
        together.send(claim);
        return claim.answer();
    }

    private Asked<Taken> claim(StoreId store, String node, Planner planner, List<LaneOf> lanes, boolean whole) {
        var toTake = planner.toTake(open(lanes), whole);
        return toTake.isEmpty() ? Asked.known(List.of()) : leases.claim(store, toTake, node);
    }

    /** The lanes of all handlers, in one trip. */
    private static final class AskedLanes {

        private final Map<JobHandler<Object, Object>, Asked<Lane>> asked = new LinkedHashMap<>();

        AskedLanes(StoreId store, Collection<JobHandler<Object, Object>> handlers) {
            handlers.forEach(handler -> asked.put(handler, handler.lanes(store)));
        }

        List<Asked<Lane>> questions() {
            return List.copyOf(asked.values());
        }

        List<LaneOf> answer() {
            return asked.entrySet().stream()
                    .flatMap(each -> each.getValue().answer().stream().map(lane -> new LaneOf(each.getKey(), lane)))
                    .toList();
        }
    }

    private static List<LaneOf> open(List<LaneOf> lanes) {
        return lanes.stream().filter(of -> !of.lane().isClosed()).toList();
    }

    private static List<Claimed> loaded(
            StoreId store, JobHandler<Object, Object> handler, List<Taken> taken, Function<Duration, Lease> lease) {
        var jobs = taken.stream()
                .filter(one -> one.kind().equals(handler.kind()))
                .map(one -> new Job(
                        store,
                        one.id(),
                        one.kind(),
                        one.lane(),
                        one.token(),
                        one.attempts(),
                        one.lost(),
                        one.takenOver(),
                        one.payload(),
                        one.dueAt(),
                        lease.apply(handler.lease())))
                .toList();
        if (jobs.isEmpty()) {
            return List.of();
        }
        var work = handler.load(store, jobs);
        var claimed = new ArrayList<Claimed>();
        for (var job : jobs) {
            var known = work.get(job.id());
            if (known != null) {
                claimed.add(new Claimed(handler, job, known));
            }
        }
        return claimed;
    }

    private void endMissing(StoreId store, List<Taken> taken, List<Claimed> jobs) {
        if (taken.size() == jobs.size()) {
            return;
        }
        var present = jobs.stream().map(one -> one.job().id()).collect(Collectors.toSet());
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
        var lanes = handler.lanes(store);
        together.send(now, lanes);
        var open = lanes.answer().stream()
                .anyMatch(
                        lane -> lane.id().equals(job.lane()) && !lane.openFrom().isAfter(now.single()));
        return open ? Optional.ofNullable(handler.load(store, List.of(job)).get(job.id())) : Optional.empty();
    }

    /** Answers which of them are still held. */
    @Transactional
    public Set<UUID> renew(StoreId store, Collection<Held> held, Duration lease) {
        return leases.renew(store, held, lease);
    }

    /** Others may take them at once. */
    @Transactional
    public boolean giveBack(StoreId store, Collection<Held> notBegun, Collection<Held> begun) {
        if (!notBegun.isEmpty()) {
            leases.giveBack(store, notBegun, false);
        }
        if (!begun.isEmpty()) {
            leases.giveBack(store, begun, true);
        }
        queue.dueNow(store);
        return true;
    }
}
