package iq.sendy.egress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bulkhead of what is slow elsewhere, fair by store: few at once for each, and not too many for all, where stores come in
 * turn. So servers that do not answer cost whoever gave their names, and nobody else.
 */
public final class FairBulkhead {

    private final int mostOfOne;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Integer> held = new HashMap<>();

    /** Who waits, by whose they are; the first whose owner may have one more is next. None is empty. */
    private final SequencedMap<Object, Deque<Waiter>> waiting = new LinkedHashMap<>();

    private int all;

    public FairBulkhead(int mostOfOne, int most) {
        this.mostOfOne = mostOfOne;
        this.most = most;
    }

    private static final class Waiter {

        private final Condition condition;
        private boolean admitted;

        Waiter(Condition condition) {
            this.condition = condition;
        }
    }

    /** Waits for a permit of the owner's share; false when none came in time. */
    public boolean acquire(Object owner, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var me = new Waiter(lock.newCondition());
            waiting.computeIfAbsent(owner, _ -> new ArrayDeque<>()).addLast(me);
            admit();
            try {
                var left = patience.toNanos();
                while (!me.admitted && left > 0) {
                    left = me.condition.awaitNanos(left);
                }
                return me.admitted;
            } catch (InterruptedException interrupted) {
                if (me.admitted) {
                    release(owner);
                }
                throw interrupted;
            } finally {
                forget(owner, me);
            }
        } finally {
            lock.unlock();
        }
    }

    public void release(Object owner) {
        lock.lock();
        try {
            var left = held.getOrDefault(owner, 0) - 1;
            if (left > 0) {
                held.put(owner, left);
            } else {
                held.remove(owner);
            }
            all--;
            admit();
        } finally {
            lock.unlock();
        }
    }

    private void admit() {
        while (all < most) {
            var next = next();
            if (next == null) {
                return;
            }
            var owner = next.getKey();
            var queue = next.getValue();
            var first = queue.removeFirst();
            waiting.remove(owner);
            if (!queue.isEmpty()) {
                // The others of this store come after those of every other.
                waiting.putLast(owner, queue);
            }
            held.merge(owner, 1, Integer::sum);
            all++;
            first.admitted = true;
            first.condition.signal();
        }
    }

    private Map.@Nullable Entry<Object, Deque<Waiter>> next() {
        for (var entry : waiting.entrySet()) {
            if (held.getOrDefault(entry.getKey(), 0) < mostOfOne) {
                return entry;
            }
        }
        return null;
    }

    private void forget(Object owner, Waiter me) {
        var queue = waiting.get(owner);
        if (queue != null && queue.remove(me) && queue.isEmpty()) {
            waiting.remove(owner);
        }
    }

    /** How many are given out. */
    int held() {
        lock.lock();
        try {
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for theirs. */
    int waiting() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }
}
