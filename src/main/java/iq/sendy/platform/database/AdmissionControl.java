package iq.sendy.platform.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fair admission control in front of the connection pool. Lets a few in at once: stores in turn, and of each its own in
 * the order of their coming, so that one store's thousand buyers make the next one's wait for one of them. Who stays
 * longer than most do no longer counts, so that a long report, or somebody who waits for a lock, keeps nobody out.
 */
public final class AdmissionControl {

    private final int width;
    private final long late;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedSet<Turn> inside = new LinkedHashSet<>();

    /** Who waits, by whose they are; the first of the first is next. None is empty. */
    private final SequencedMap<Object, Deque<Condition>> outside = new LinkedHashMap<>();

    /** @param late when somebody no longer counts as inside */
    public AdmissionControl(int width, Duration late) {
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
                wakeNext();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for a turn; null when it did not come in time.
     *
     * @param whose a store, or whatever else shares a place in the round
     */
    public @Nullable Turn enter(Object whose, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return outside.isEmpty() && hasRoom() ? entered() : waited(whose, System.nanoTime() + patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Turn waited(Object whose, long end) throws InterruptedException {
        var me = lock.newCondition();
        var mine = outside.computeIfAbsent(whose, _ -> new ArrayDeque<>());
        mine.addLast(me);
        try {
            while (!isNext(me) || !hasRoom()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                // The next one watches for somebody to become late; the others wait to be the next.
                me.awaitNanos(isNext(me) ? Math.min(left, untilLate()) : left);
            }
            // The others of this store come after those of every other.
            outside.putLast(whose, mine);
            return entered();
        } finally {
            mine.remove(me);
            if (mine.isEmpty()) {
                outside.remove(whose);
            }
            wakeNext();
        }
    }

    private boolean isNext(Condition one) {
        return one.equals(outside.firstEntry().getValue().getFirst());
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

    private void wakeNext() {
        if (!outside.isEmpty()) {
            outside.firstEntry().getValue().getFirst().signal();
        }
    }

    /** How many wait for their turn. */
    public int waiting() {
        lock.lock();
        try {
            return outside.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    /** How many of these wait for their turn. */
    public int waiting(Object whose) {
        lock.lock();
        try {
            var his = outside.get(whose);
            return his == null ? 0 : his.size();
        } finally {
            lock.unlock();
        }
    }
}
