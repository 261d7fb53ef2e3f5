package iq.sendy.platform.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A semaphore of bytes: the part of the heap that requests may fill, all together and each caller for itself. Who finds no
 * room waits a moment, in the order of coming. One claim alone always fits, so that whatever is legal is served at some time.
 */
public final class ByteBudget {

    private final long most;
    private final long mostEach;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Condition> waiting = new ArrayDeque<>();
    private final Map<String, Share> shares = new HashMap<>();
    private long taken;
    private int claims;

    private static final class Share {

        private long taken;
        private int claims;
    }

    /** What came of asking for room. */
    public enum Room {
        GRANTED,
        /** The caller has its share already, and waiting would be for itself alone. */
        SHARE_SPENT,
        /** All together have what there is. */
        FULL
    }

    public ByteBudget(long most, long mostEach, Duration patience) {
        this.most = most;
        this.mostEach = mostEach;
        this.patience = patience;
    }

    public long most() {
        return most;
    }

    /** Bytes that are taken now. */
    public long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Who waits now. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** A claim of nothing yet. */
    public ByteClaim claim(String caller) {
        return new ByteClaim(caller);
    }

    /** What one request holds, until it is closed. */
    public final class ByteClaim implements AutoCloseable {

        private final String caller;
        private long bytes;

        private ByteClaim(String caller) {
            this.caller = caller;
        }

        /** Asks for more; what was granted before stays, whatever comes of it. */
        public Room grow(long more) {
            return await(more, more);
        }

        /** Waits until so much would fit, and takes none of it. */
        public Room expect(long more) {
            return await(more, 0);
        }

        private Room await(long needed, long kept) {
            lock.lock();
            try {
                var share = shares.getOrDefault(caller, new Share());
                if (share.taken + needed > mostEach && share.claims > own()) {
                    return Room.SHARE_SPENT;
                }
                if (!waiting.isEmpty() || !fits(needed)) {
                    if (!waited(needed)) {
                        return Room.FULL;
                    }
                }
                take(kept);
                return Room.GRANTED;
            } finally {
                lock.unlock();
            }
        }

        private boolean waited(long needed) {
            var turn = lock.newCondition();
            waiting.addLast(turn);
            try {
                var left = patience.toNanos();
                while (!turn.equals(waiting.getFirst()) || !fits(needed)) {
                    if (left <= 0) {
                        return false;
                    }
                    left = turn.awaitNanos(left);
                }
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiting.remove(turn);
                wakeNext();
            }
        }

        private boolean fits(long needed) {
            return taken + needed <= most || claims == own();
        }

        /** How many of those that hold something are this one. */
        private int own() {
            return bytes > 0 ? 1 : 0;
        }

        private void take(long more) {
            if (more == 0) {
                return;
            }
            var share = shares.computeIfAbsent(caller, _ -> new Share());
            if (bytes == 0) {
                claims++;
                share.claims++;
            }
            bytes += more;
            taken += more;
            share.taken += more;
        }

        /** Gives all of it back; doing so again does nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (bytes == 0) {
                    return;
                }
                taken -= bytes;
                claims--;
                var share = shares.get(caller);
                if (share != null) {
                    share.taken -= bytes;
                    if (--share.claims == 0) {
                        shares.remove(caller);
                    }
                }
                bytes = 0;
                wakeNext();
            } finally {
                lock.unlock();
            }
        }

        private void wakeNext() {
            var next = waiting.peekFirst();
            if (next != null) {
                next.signal();
            }
        }
    }
}
