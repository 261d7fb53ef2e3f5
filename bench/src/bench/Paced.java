package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An open load, that does not wait for answers: each is timed from when it should have been sent. */
final class Paced {

    private static final int PATIENCE_SECONDS = 30;

    private Paced() {}

    /** When each was sent, or should have been, and when it was answered. */
    record Offered(long[] from, long[] answered, int errors, double perSecond) {}

    interface Delivering extends AutoCloseable {

        /** @param from when it should have been sent, by {@link System#nanoTime} */
        void once(int index, long from) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    interface Connecting {
        Delivering open();
    }

    interface Waited {
        boolean happened();
    }

    static Offered offer(int first, int many, double perSecond, int connections, Connecting connecting)
            throws Exception {
        var from = new long[many];
        var answered = new long[many];
        var next = new AtomicInteger();
        var errors = new AtomicInteger();
        var began = new long[1];
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var clients = new ArrayList<Delivering>();
            for (var i = 0; i < connections; i++) {
                clients.add(connecting.open());
            }
            began[0] = System.nanoTime();
            var running = new ArrayList<Future<?>>();
            for (var client : clients) {
                running.add(threads.submit(() -> {
                    try (client) {
                        for (var index = next.getAndIncrement(); index < many; index = next.getAndIncrement()) {
                            from[index] = began[0] + (long) (index * 1e9 / perSecond);
                            until(from[index]);
                            try {
                                client.once(first + index, from[index]);
                                answered[index] = System.nanoTime();
                            } catch (IOException | SQLException failed) {
                                errors.incrementAndGet();
                                Bench.say("  " + failed);
                            }
                        }
                    }
                    return true;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return new Offered(from, answered, errors.get(), many / ((System.nanoTime() - began[0]) / 1e9));
    }

    static void until(long at) {
        for (var left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static void await(Waited waited) {
        var end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!waited.happened() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
