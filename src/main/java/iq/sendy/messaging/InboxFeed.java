package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A store's live stream in this process: read once for all who watch it, from where it was first watched on. */
final class InboxFeed {

    private final StoreId store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<InboxWatcher> watchers = new HashSet<>();
    private long position;
    private boolean retired;
    private boolean reading;
    private boolean again;

    /** @param position what was told before anybody watches */
    InboxFeed(StoreId store, long position) {
        this.store = store;
        this.position = position;
    }

    StoreId store() {
        return store;
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Lets somebody watch from here on; null when nobody does any more, and another feed is to be made. */
    @Nullable
    InboxWatcher join(LongFunction<InboxWatcher> watcher) {
        lock.lock();
        try {
            if (retired) {
                return null;
            }
            var joined = watcher.apply(position);
            watchers.add(joined);
            return joined;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was the last one, and this feed is no more. */
    boolean leave(InboxWatcher watcher) {
        lock.lock();
        try {
            watchers.remove(watcher);
            retired = watchers.isEmpty();
            return retired;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is the caller's to read; whoever reads already will look once more. */
    boolean beginReading() {
        lock.lock();
        try {
            again = true;
            if (reading || retired) {
                return false;
            }
            reading = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the reader is to look once more; else it reads no longer. */
    boolean looksAgain() {
        lock.lock();
        try {
            reading = again && !retired;
            again = false;
            return reading;
        } finally {
            lock.unlock();
        }
    }

    /** The reader has failed, and the next poll may try again. */
    void stopReading() {
        lock.lock();
        try {
            reading = false;
        } finally {
            lock.unlock();
        }
    }

    /** Hands on what was read from the position on. */
    void offer(List<StreamItem> page) {
        lock.lock();
        try {
            if (page.isEmpty()) {
                return;
            }
            again = again || page.size() == InboxStream.PAGE;
            if (page.getFirst().seq() != position + 1) {
                // What came next is gone already; each client is told when it comes back.
                watchers.forEach(InboxWatcher::end);
            } else {
                watchers.forEach(watcher -> watcher.offer(page));
            }
            position = page.getLast().seq();
        } finally {
            lock.unlock();
        }
    }

    void endAll() {
        lock.lock();
        try {
            watchers.forEach(InboxWatcher::end);
        } finally {
            lock.unlock();
        }
    }
}
