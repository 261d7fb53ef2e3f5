package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many live streams there may be in this process: of a store, and in all. A caller has a few: one more ends the oldest,
 * since that is most likely what a connection left behind that broke without a word.
 */
final class StreamPlaces {

    private record CallerOfStore(StoreId store, String credential) {}

    private final int ofCaller;
    private final int ofStore;
    private final int inAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StoreId, Integer> ofStores = new HashMap<>();
    private final Map<CallerOfStore, ArrayDeque<InboxWatcher>> ofCallers = new HashMap<>();
    private int all;

    StreamPlaces(int ofCaller, int ofStore, int inAll) {
        this.ofCaller = ofCaller;
        this.ofStore = ofStore;
        this.inAll = inAll;
    }

    /** Takes a place of the store, if there is one. */
    boolean take(StoreId store) {
        lock.lock();
        try {
            if (all >= inAll || ofStores.getOrDefault(store, 0) >= ofStore) {
                return false;
            }
            all++;
            ofStores.merge(store, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void give(StoreId store) {
        lock.lock();
        try {
            all--;
            ofStores.computeIfPresent(store, (_, count) -> count == 1 ? null : count - 1);
        } finally {
            lock.unlock();
        }
    }

    /** Sits down at a place that was taken. */
    void enter(StoreId store, InboxWatcher watcher) {
        lock.lock();
        try {
            var watchers =
                    ofCallers.computeIfAbsent(new CallerOfStore(store, watcher.credential()), _ -> new ArrayDeque<>());
            watchers.addLast(watcher);
            if (watchers.size() > ofCaller) {
                watchers.removeFirst().end();
            }
        } finally {
            lock.unlock();
        }
    }

    void leave(StoreId store, InboxWatcher watcher) {
        lock.lock();
        try {
            ofCallers.computeIfPresent(new CallerOfStore(store, watcher.credential()), (_, watchers) -> {
                watchers.remove(watcher);
                return watchers.isEmpty() ? null : watchers;
            });
        } finally {
            lock.unlock();
        }
        give(store);
    }

    int taken() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }

    int taken(StoreId store) {
        lock.lock();
        try {
            return ofStores.getOrDefault(store, 0);
        } finally {
            lock.unlock();
        }
    }
}
