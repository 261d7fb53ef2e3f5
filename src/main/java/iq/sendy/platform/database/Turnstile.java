package iq.sendy.platform.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few in at once, in the order of their coming. Who stays longer than most do no longer counts, so that a long report,
 * or somebody who waits for a lock, keeps nobody out.
 */
public final class Turnstile {

    private final int width;
    private final long late;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedSet<Turn> inside = new LinkedHashSet<>();
    private final Deque<Condition> outside = new ArrayDeque<>();

    /** @param late when somebody no longer counts as inside */
    Turnstile(int width, Duration late) {
        this.width = width;
        this.late = late.toNanos();
    }

    /** Somebody's stay inside, until it is closed. */
    public final class Turn implements AutoCloseable {

        private final long began = System.nanoTime();

        private Turn() {}

        @Override
        public void close() {
            lock.lock();
            try {
                inside.remove(this);
                wakeFirst();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for a turn; null when it did not come in time. */
    public @Nullable Turn enter(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return outside.isEmpty() && hasRoom() ? entered() : waited(System.nanoTime() + patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Turn waited(long end) throws InterruptedException {
        var me = lock.newCondition();
        outside.addLast(me);
        try {
            while (!isFirst(me) || !hasRoom()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                // The first one watches for somebody to become late; the others wait to be the first.
                me.awaitNanos(isFirst(me) ? Math.min(left, untilLate()) : left);
            }
            return entered();
        } finally {
            outside.remove(me);
            wakeFirst();
        }
    }

    private boolean isFirst(Condition one) {
        return one.equals(outside.getFirst());
    }

    private Turn entered() {
        var turn = new Turn();
        inside.addLast(turn);
        return turn;
    }

    private boolean hasRoom() {
        while (!inside.isEmpty() && untilLate() <= 0) {
            inside.removeFirst();
        }
        return inside.size() < width;
    }

    private long untilLate() {
        return inside.getFirst().began + late - System.nanoTime();
    }

    private void wakeFirst() {
        if (!outside.isEmpty()) {
            outside.getFirst().signal();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return outside.size();
        } finally {
            lock.unlock();
        }
    }
}
