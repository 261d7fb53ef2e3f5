package iq.sendy.jobs;

import iq.sendy.jobs.JobCounts.DeadJob;
import iq.sendy.jobs.JobCounts.StoreLoad;
import iq.sendy.jobs.store.JobCountStore;
import iq.sendy.jobs.store.PauseStore;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Administration of jobs. What operators may see and do, a transaction for each store; what is done to a store stands in
 * its audit log.
 */
@Service
public class JobAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(JobAdmin.class);

    /** Whoever holds the token of the management port; it says no more about who that is. */
    private static final Actor OPERATOR = new Actor("system", null, "Operator", null);

    private static final int MOST_STORES = 20;
    private static final int MOST_DEAD = 100;

    private final JobCountStore counts;
    private final PauseStore pauses;
    private final QueueStore queue;
    private final Audit audit;
    private final JobSignal jobSignal;
    private final TransactionTemplate transaction;

    JobAdmin(
            JobCountStore counts,
            PauseStore pauses,
            QueueStore queue,
            Audit audit,
            JobSignal jobSignal,
            PlatformTransactionManager transactions) {
        this.counts = counts;
        this.pauses = pauses;
        this.queue = queue;
        this.audit = audit;
        this.jobSignal = jobSignal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The twenty stores whose work is due the longest, and what is paused. */
    public JobCounts workload() {
        var stores = inTransaction(() -> counts.busiest(MOST_STORES)).stream()
                .map(store -> new StoreLoad(store.value(), of(store, () -> counts.counts(store))))
                .toList();
        return new JobCounts(stores, inTransaction(pauses::kinds), inTransaction(pauses::stores));
    }

    /** The hundred that died last in a store. */
    public List<DeadJob> dead(StoreId store) {
        return of(store, () -> counts.dead(store, MOST_DEAD));
    }

    /** Puts a dead job back, or all of the store; answers how many. */
    public int requeue(StoreId store, @Nullable UUID job) {
        var back = of(store, () -> {
            var revived = counts.revive(store, job == null ? null : new UUID[] {job});
            if (!revived.isEmpty()) {
                queue.dueNow(store);
                audit.record(
                        store,
                        OPERATOR,
                        revived.stream()
                                .map(id -> new Change("job.requeued", "job", id, null, null))
                                .toList());
            }
            return revived.size();
        });
        jobSignal.tell(store);
        return back;
    }

    /** Nothing of the store is begun until it is resumed. */
    public void pause(StoreId store) {
        of(store, () -> {
            pauses.pause(store);
            return record(store, new Change("jobs.paused", "store", store.value(), null, null));
        });
    }

    public void resume(StoreId store) {
        of(store, () -> {
            pauses.resume(store);
            return record(store, new Change("jobs.resumed", "store", store.value(), null, null));
        });
        jobSignal.tell(store);
    }

    /** Nothing of the kind is begun, in any store, until it is resumed. */
    public void pauseKind(String kind) {
        of(StoreId.PLATFORM, () -> {
            pauses.pause(kind);
            return recordKind(kind, "paused");
        });
    }

    public void resumeKind(String kind) {
        of(StoreId.PLATFORM, () -> {
            pauses.resume(kind);
            return recordKind(kind, "resumed");
        });
    }

    /** A kind is no store's, so this stands in the platform's audit log, and in the log of the process. */
    private boolean recordKind(String kind, String done) {
        LOG.warn("Jobs of {} were {} by an operator", kind, done);
        return record(StoreId.PLATFORM, new Change("jobs." + done, "job_kind", null, null, Map.of("kind", kind)));
    }

    private boolean record(StoreId store, Change change) {
        audit.record(store, OPERATOR, change);
        return true;
    }

    private <T> T of(StoreId store, Supplier<T> work) {
        return CurrentTenant.in(store, () -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
