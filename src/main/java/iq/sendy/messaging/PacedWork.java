package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.BackgroundWork;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Work for stores at a pace: at once for a store that was quiet, and for one that is busy once in a while for all that came
 * meanwhile. One thread at a time is at a store, and a few stores are worked for at once.
 */
public final class PacedWork {

    private final String name;
    private final long pause;
    private final Semaphore atOnce;
    private final Predicate<StoreId> work;

    /** The stores that are worked for, each with whether more has come since that began. */
    private final Map<StoreId, Boolean> stores = new ConcurrentHashMap<>();

    /**
     * @param work does some of it and answers whether there is more, which has its turn behind the stores that wait; it must
     *     not throw what it could handle, since whatever it throws ends its thread
     */
    public PacedWork(String name, Duration pause, int atOnce, Predicate<StoreId> work) {
        this.name = name;
        this.pause = pause.toNanos();
        this.atOnce = new Semaphore(atOnce, true);
        this.work = work;
    }

    /** The store has work; whoever is at it looks once more. */
    public void wake(StoreId store) {
        if (stores.put(store, true) == null) {
            Thread.ofVirtual().name(name).start(() -> BackgroundWork.run(() -> run(store)));
        }
    }

    /** Whether nothing is done, and nothing waits. */
    public boolean isIdle() {
        return stores.isEmpty();
    }

    private void run(StoreId store) {
        var ended = false;
        try {
            while (!ended) {
                stores.put(store, false);
                work(store);
                LockSupport.parkNanos(pause);
                ended = stores.remove(store, false);
            }
        } finally {
            if (!ended) {
                stores.remove(store);
            }
        }
    }

    private void work(StoreId store) {
        var more = true;
        while (more) {
            atOnce.acquireUninterruptibly();
            try {
                more = work.test(store);
            } finally {
                atOnce.release();
            }
        }
    }
}
