package bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Does one thing on several connections at once, for a bounded time and at most a bounded number of times. */
final class Load {

    private static final int MOST_OF_EACH = 500_000;

    private Load() {}

    /** One connection's doing; {@code once} throws when it was not what it should be. */
    interface Client extends AutoCloseable {

        void once(int index) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** Waits until what was begun is done. */
    interface Settled {
        void await() throws Exception;
    }

    /**
     * What was seen.
     *
     * @param worth how many orders one request is, so that a bulk is comparable
     */
    record Reading(String what, int requests, int worth, int errors, String firstError, double seconds, double p50, double p95, double p99, Cpu cpu) {

        double perSecond() {
            return requests * (double) worth / seconds;
        }

        /** CPU seconds per 1,000. */
        double app() {
            return 1_000 * cpu.app() / (requests * (double) worth);
        }

        double postgres() {
            return 1_000 * cpu.postgres() / (requests * (double) worth);
        }

        double client() {
            return 1_000 * cpu.client() / (requests * (double) worth);
        }
    }

    static Reading run(
            String what, int worth, int connections, double seconds, int most, Supplier<Cpu> cpu, IntFunction<Client> clients)
            throws Exception {
        return run(what, worth, connections, seconds, most, cpu, clients, () -> {});
    }

    /** @param after what the load brought about and what is counted as its cost, though not as its time */
    static Reading run(
            String what,
            int worth,
            int connections,
            double seconds,
            int most,
            Supplier<Cpu> cpu,
            IntFunction<Client> clients,
            Settled after)
            throws Exception {
        var errors = new AtomicInteger();
        var firstError = new java.util.concurrent.atomic.AtomicReference<>("");
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var opened = new ArrayList<Client>();
            for (var i = 0; i < connections; i++) {
                opened.add(clients.apply(i));
            }
            var before = cpu.get();
            var began = System.nanoTime();
            var end = began + (long) (seconds * 1e9);
            var each = Math.min(MOST_OF_EACH, Math.ceilDiv(most, connections));
            List<Future<long[]>> running = new ArrayList<>();
            for (var client : opened) {
                running.add(threads.submit(() -> {
                    var took = new long[Math.min(each, 1 << 16)];
                    var done = 0;
                    for (; done < each && System.nanoTime() < end; done++) {
                        var start = System.nanoTime();
                        try {
                            client.once(done);
                        } catch (Exception failed) {
                            errors.incrementAndGet();
                            firstError.compareAndSet("", String.valueOf(failed));
                            if (errors.get() > 1_000) {
                                break;
                            }
                        }
                        if (done == took.length) {
                            took = Arrays.copyOf(took, took.length * 2);
                        }
                        took[done] = System.nanoTime() - start;
                    }
                    return Arrays.copyOf(took, done);
                }));
            }
            var all = new ArrayList<long[]>();
            for (var one : running) {
                all.add(one.get());
            }
            var lasted = (System.nanoTime() - began) / 1e9;
            after.await();
            var used = cpu.get().since(before);
            for (var client : opened) {
                client.close();
            }
            var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Reading(
                    what, sorted.length, worth, errors.get(), firstError.get(), lasted, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), used);
        }
    }

    /** A percentile, in milliseconds. */
    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
