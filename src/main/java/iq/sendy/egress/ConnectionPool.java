package iq.sendy.egress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pool of outgoing connections. Connections at rest, bounded in number and age. How many are at work is bounded by
 * whoever calls, so nobody ever waits here behind somebody else's slow host.
 */
final class ConnectionPool {

    private static final int PER_ORIGIN = 8;
    private static final int IN_ALL = 512;
    /** Under the five seconds after which many servers close. */
    private static final long LONGEST_REST = Duration.ofSeconds(4).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Connection>> resting = new HashMap<>();
    private int count;
    private boolean closed;

    /** One that still stands, the latest used first. */
    @Nullable
    Connection take(String origin) {
        for (var connection = pop(origin); connection != null; connection = pop(origin)) {
            // Nothing is repeated, so a connection that was closed meanwhile would cost an attempt: a look costs less.
            if (connection.idle(System.nanoTime()) < LONGEST_REST && !connection.isStale()) {
                return connection;
            }
            connection.abort();
        }
        return null;
    }

    void keep(Connection connection) {
        connection.rests(System.nanoTime());
        lock.lock();
        try {
            var same = resting.computeIfAbsent(connection.origin(), _ -> new ArrayDeque<>());
            if (!closed && same.size() < PER_ORIGIN && count < IN_ALL) {
                same.push(connection);
                count++;
                return;
            }
        } finally {
            lock.unlock();
        }
        connection.abort();
    }

    /** Closes what rested for too long. */
    void sweep() {
        sweep(LONGEST_REST);
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        sweep(Long.MIN_VALUE);
    }

    int size() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void sweep(long longest) {
        List<Connection> tired = new ArrayList<>();
        var now = System.nanoTime();
        lock.lock();
        try {
            for (var same : resting.values()) {
                for (var last = same.peekLast(); last != null && last.idle(now) > longest; last = same.peekLast()) {
                    tired.add(same.removeLast());
                }
            }
            resting.values().removeIf(Deque::isEmpty);
            count -= tired.size();
        } finally {
            lock.unlock();
        }
        tired.forEach(Connection::abort);
    }

    private @Nullable Connection pop(String origin) {
        lock.lock();
        try {
            var same = resting.get(origin);
            var connection = same == null ? null : same.poll();
            if (connection != null) {
                count--;
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }
}
