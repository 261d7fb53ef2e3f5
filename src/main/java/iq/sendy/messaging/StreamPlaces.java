package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How many live streams there may be in this process: of one credential, of one store, in all. */
final class StreamPlaces {

    private record OfStore(StoreId store) {}

    private record OfCredential(StoreId store, String credential) {}

    private final int ofOne;
    private final int ofStore;
    private final int inAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces(int ofOne, int ofStore, int inAll) {
        this.ofOne = ofOne;
        this.ofStore = ofStore;
        this.inAll = inAll;
    }

    /** Takes a place, if there is one of each. */
    boolean take(StoreId store, String credential) {
        lock.lock();
        try {
            var credentials = new OfCredential(store, credential);
            var stores = new OfStore(store);
            if (all >= inAll
                    || taken.getOrDefault(stores, 0) >= ofStore
                    || taken.getOrDefault(credentials, 0) >= ofOne) {
                return false;
            }
            all++;
            taken.merge(stores, 1, Integer::sum);
            taken.merge(credentials, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void give(StoreId store, String credential) {
        lock.lock();
        try {
            all--;
            taken.computeIfPresent(new OfStore(store), StreamPlaces::less);
            taken.computeIfPresent(new OfCredential(store, credential), StreamPlaces::less);
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Integer less(Object key, Integer count) {
        return count == 1 ? null : count - 1;
    }

    int taken() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }
}
