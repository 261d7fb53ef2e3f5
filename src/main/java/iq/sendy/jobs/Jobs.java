package iq.sendy.jobs;

import iq.sendy.jobs.Workload.DeadJob;
import iq.sendy.jobs.Workload.KindLoad;
import iq.sendy.jobs.Workload.StoreLoad;
import iq.sendy.jobs.store.QueueStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Closing;
import iq.sendy.platform.tenancy.StoreScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final QueueStore queue;
    private final Closing closing;
    private final Wakes wakes;
    private final Operating operating;

    Jobs(QueueStore queue, Closing closing, Wakes wakes, Operating operating) {
        this.queue = queue;
        this.closing = closing;
        this.wakes = wakes;
        this.operating = operating;
    }

    /** Puts jobs into the last trip of the running transaction; they exist if it commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(StoreId store, List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        closing.add(Closing.Place.JOBS, queue.enqueue(store, jobs));
        wake(store);
    }

    /** The same as a statement for a trip of the caller's own, which must be the last that locks anything but counters. */
    public Asked<Boolean> enqueued(StoreId store, List<NewJob> jobs) {
        return queue.enqueue(store, jobs);
    }

    /** Says that the store has work. With a transaction open, it is said once that has committed. */
    public void wake(StoreId store) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wakes.tell(store);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakes.tell(store);
            }
        });
    }

    /**
     * Takes away what waits in a lane that is no more. What is held by a worker at this moment is left to it: its handler
     * finds nothing to note and ends it.
     */
    public Asked<Boolean> emptied(StoreId store, UUID lane) {
        return queue.empty(store, lane);
    }

    /** A lane of the store was opened again: what waits in it is looked at now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(StoreId store) {
        closing.add(Closing.Place.JOBS, queue.due(store));
        wake(store);
    }

    /** The twenty stores whose work is due the longest, and what is paused. */
    public Workload workload() {
        var stores = operating.busiest(20).stream()
                .map(store -> new StoreLoad(
                        store.value(),
                        StoreScope.in(store, () -> operating.counts(store)).stream()
                                .map(count -> new KindLoad(
                                        count.kind(), count.waiting(), count.due(), count.leased(), count.oldest()))
                                .toList()))
                .toList();
        return new Workload(stores, operating.pausedKinds(), operating.pausedStores());
    }

    /** The hundred that died last in a store. */
    public List<DeadJob> dead(StoreId store) {
        return StoreScope.in(store, () -> operating.dead(store, 100)).stream()
                .map(dead -> new DeadJob(
                        dead.id(),
                        dead.kind(),
                        dead.attempts(),
                        dead.lost(),
                        dead.payload(),
                        dead.errorClass(),
                        dead.errorText(),
                        dead.diedAt()))
                .toList();
    }

    /** Puts a dead job back, or all of the store; answers how many. */
    public int requeue(StoreId store, @Nullable UUID job) {
        var back = StoreScope.in(store, () -> operating.revive(store, job));
        operating.wake(store);
        return back;
    }

    /** Nothing of the store is begun until it is resumed. */
    public void pause(StoreId store) {
        StoreScope.in(store, () -> operating.pause(store, true));
    }

    public void resume(StoreId store) {
        StoreScope.in(store, () -> operating.pause(store, false));
    }

    /** Nothing of the kind is begun, in any store, until it is resumed. */
    public void pauseKind(String kind) {
        StoreScope.in(StoreId.PLATFORM, () -> operating.pause(kind, true));
    }

    public void resumeKind(String kind) {
        StoreScope.in(StoreId.PLATFORM, () -> operating.pause(kind, false));
    }
}
