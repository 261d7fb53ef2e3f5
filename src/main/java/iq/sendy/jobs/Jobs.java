package iq.sendy.jobs;

import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work for later, as rows of the transaction that wants it. Whoever writes such rows in a statement of its own inserts into
 * {@code jobs.job (store_id, id, kind, lane, due_at)}, with key and payload if it likes and the rest left to its defaults;
 * after that, in the same trip or statement and always, even where the store is due already, it does
 * {@code insert into jobs.store_due (store_id, due_at) values (…) on conflict (store_id) do update set due_at =
 * excluded.due_at where store_due.due_at > excluded.due_at}, which locks the row either way; and it calls {@link #wake}.
 */
@Service
public class Jobs {

    /** For a statement that takes work of a {@code :kind} for a {@code :store} beside the engine: nobody has paused it. */
    public static final String NOT_PAUSED = """
            not exists (select from jobs.paused_kind as k where k.kind = :kind)
            and not exists (select from jobs.paused_store as p where p.store_id = :store)
            """;

    private final QueueStore queue;
    private final BeforeCommit beforeCommit;
    private final JobSignal jobSignal;

    Jobs(QueueStore queue, BeforeCommit beforeCommit, JobSignal jobSignal) {
        this.queue = queue;
        this.beforeCommit = beforeCommit;
        this.jobSignal = jobSignal;
    }

    /** Puts jobs into the last trip of the running transaction; they exist if it commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(StoreId store, List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        beforeCommit.add(BeforeCommit.LockOrder.QUEUE, queue.enqueue(store, jobs));
        wake(store);
    }

    /** The same as a statement for a trip of the caller's own, which must be the last that locks anything but counters. */
    public Query<Boolean> enqueued(StoreId store, List<NewJob> jobs) {
        return queue.enqueue(store, jobs);
    }

    /**
     * A job that stands for all that waits of a kind, as a statement for a trip of the caller's own, which must be the last
     * that locks anything but counters. It is there once, with the id of its kind's lane, and due within that time; its
     * handler looks what there is, and ends it where there is nothing when it is locked. What that transaction writes beside
     * this statement is seen then.
     */
    public Query<Boolean> standing(StoreId store, String kind, Duration within) {
        return queue.stand(store, JobHandler.laneOf(kind), kind, within.toMillis() / 1_000.0);
    }

    /** Says that the store has work. With a transaction open, it is said once that has committed. */
    public void wake(StoreId store) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            jobSignal.tell(store);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobSignal.tell(store);
            }
        });
    }

    /** As {@link #wake(StoreId)}, of the open transaction, if that turns out to have brought work when it has committed. */
    public void wake(StoreId store, BooleanSupplier brought) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (brought.getAsBoolean()) {
                    jobSignal.tell(store);
                }
            }
        });
    }

    /**
     * Takes away what waits in a lane that is no more. What is held by a worker at this moment is left to it: its handler
     * finds nothing to note and ends it.
     */
    public Query<Boolean> emptied(StoreId store, UUID lane) {
        return queue.empty(store, lane);
    }

    /** A lane of the store was opened again: what waits in it is looked at now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(StoreId store) {
        beforeCommit.add(BeforeCommit.LockOrder.QUEUE, queue.due(store));
        wake(store);
    }
}
