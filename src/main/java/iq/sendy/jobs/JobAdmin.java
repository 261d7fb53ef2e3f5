package iq.sendy.jobs;

import iq.sendy.jobs.store.JobCountStore;
import iq.sendy.jobs.store.JobCountStore.Count;
import iq.sendy.jobs.store.JobCountStore.Dead;
import iq.sendy.jobs.store.PauseStore;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of jobs. What operators may see and do, a transaction each; what is done to a store stands in its
 * audit log.
 */
@Component
class JobAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(JobAdmin.class);

    /** Whoever holds the token of the management port; it says no more about who that is. */
    private static final Actor OPERATOR = new Actor("system", null, "Operator", null);

    private final JobCountStore counts;
    private final PauseStore pauses;
    private final QueueStore queue;
    private final Audit audit;
    private final JobSignal jobSignal;

    JobAdmin(JobCountStore counts, PauseStore pauses, QueueStore queue, Audit audit, JobSignal jobSignal) {
        this.counts = counts;
        this.pauses = pauses;
        this.queue = queue;
        this.audit = audit;
        this.jobSignal = jobSignal;
    }

    @Transactional(readOnly = true)
    public List<StoreId> busiest(int most) {
        return counts.busiest(most);
    }

    @Transactional(readOnly = true)
    public List<Count> counts(StoreId store) {
        return counts.counts(store);
    }

    @Transactional(readOnly = true)
    public List<Dead> dead(StoreId store, int most) {
        return counts.dead(store, most);
    }

    @Transactional(readOnly = true)
    public List<String> pausedKinds() {
        return pauses.kinds();
    }

    @Transactional(readOnly = true)
    public List<String> pausedStores() {
        return pauses.stores();
    }

    @Transactional
    public int revive(StoreId store, @Nullable UUID job) {
        var back = counts.revive(store, job == null ? null : new UUID[] {job});
        if (!back.isEmpty()) {
            queue.dueNow(store);
            audit.record(
                    store,
                    OPERATOR,
                    back.stream()
                            .map(id -> new Change("job.requeued", "job", id, null, null))
                            .toList());
        }
        return back.size();
    }

    @Transactional
    public boolean pause(StoreId store, boolean pause) {
        if (pause) {
            pauses.pause(store);
        } else {
            pauses.resume(store);
        }
        audit.record(
                store,
                OPERATOR,
                new Change(pause ? "jobs.paused" : "jobs.resumed", "store", store.value(), null, null));
        return true;
    }

    /** A kind is no store's, so this stands in the platform's audit log, and in the log of the process. */
    @Transactional
    public boolean pause(String kind, boolean pause) {
        if (pause) {
            pauses.pause(kind);
        } else {
            pauses.resume(kind);
        }
        audit.record(
                StoreId.PLATFORM,
                OPERATOR,
                new Change(pause ? "jobs.paused" : "jobs.resumed", "job_kind", null, null, Map.of("kind", kind)));
        LOG.warn("Jobs of {} were {} by an operator", kind, pause ? "paused" : "resumed");
        return true;
    }

    void wake(StoreId store) {
        jobSignal.tell(store);
    }
}
