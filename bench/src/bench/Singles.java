package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/** Orders at a given pace, and when the receiver heard of each: an open load, that does not wait for answers. */
final class Singles {

    private static final String FIRST_BYTE = "sendy_webhook_first_byte_seconds";
    private static final int PATIENCE_SECONDS = 30;
    /** Below a million in the buyer's phone are others' orders. */
    private static final int FROM = 1_000_000;

    private final Server server;
    private final Receiver receiver;
    private int numbers = FROM;

    Singles(Server server, Receiver receiver) {
        this.server = server;
        this.receiver = receiver;
    }

    /**
     * What was seen, in milliseconds.
     *
     * @param answers from a request to its answer
     * @param arrivals from a request to the first byte of its event at the receiver
     * @param afterAnswers from an answer to that byte, which may come first
     * @param firstBytes Sendy's own measure: from the commit to the first byte that it sent
     * @param cpu until all was heard
     */
    record Seen(
            int orders,
            int missing,
            int errors,
            double perSecond,
            double[] answers,
            double[] arrivals,
            double[] afterAnswers,
            Histogram firstBytes,
            Cpu cpu) {

        static double at(double[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
        }
    }

    private record Sent(int number, long startedAt, long answeredAt) {}

    Seen place(List<Shops.Shop> shops, int many, double perSecond, int connections) throws Exception {
        return place(shops, many, 1, perSecond, connections);
    }

    /**
     * @param many how many orders, a multiple of {@code each}
     * @param each how many of them go in one request: one by itself, or a bulk
     */
    Seen place(List<Shops.Shop> shops, int many, int each, double perSecond, int connections) throws Exception {
        var before = Histogram.of(server.metrics(), FIRST_BYTE);
        receiver.watch();
        var from = Math.ceilDiv(numbers, each) * each;
        numbers = from + many;
        var next = new AtomicInteger();
        var errors = new AtomicInteger();
        var sent = new ArrayList<Sent>();
        var cpu = server.cpu();
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<List<Sent>>>();
            for (var i = 0; i < connections; i++) {
                running.add(threads.submit(() -> {
                    var mine = new ArrayList<Sent>();
                    try (var wire = new Wire(server.port())) {
                        for (var index = next.getAndIncrement(); index < many / each; index = next.getAndIncrement()) {
                            await(began + (long) (index * 1e9 * each / perSecond));
                            var started = System.nanoTime();
                            var first = from + index * each;
                            var shop = shops.get(index % shops.size());
                            try {
                                if (each == 1) {
                                    Shops.ask(wire, Shops.place(shop, first));
                                } else {
                                    Shops.created(Shops.ask(wire, Shops.bulk(shop, first / each, each)), each);
                                }
                                var answered = System.nanoTime();
                                for (var number = first; number < first + each; number++) {
                                    mine.add(new Sent(number, started, answered));
                                }
                            } catch (IOException failed) {
                                errors.incrementAndGet();
                                Bench.say("  " + failed);
                            }
                        }
                    }
                    return mine;
                }));
            }
            for (var one : running) {
                sent.addAll(one.get());
            }
        }
        var lasted = (System.nanoTime() - began) / 1e9;
        var end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (sent.stream().anyMatch(one -> receiver.arrival(one.number()) == null) && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000L);
        }
        // The histogram is written when the receiver's answer is read.
        LockSupport.parkNanos(300_000_000L);
        return seen(
                sent,
                errors.get(),
                sent.size() / lasted,
                Histogram.of(server.metrics(), FIRST_BYTE).since(before),
                server.cpu().since(cpu));
    }

    private Seen seen(List<Sent> sent, int errors, double perSecond, Histogram firstBytes, Cpu cpu) {
        var came = receiver.arrivals();
        var heard = sent.stream().filter(one -> came.containsKey(one.number())).toList();
        return new Seen(
                sent.size(),
                sent.size() - heard.size(),
                errors,
                perSecond,
                sorted(sent.stream().mapToDouble(one -> one.answeredAt() - one.startedAt())),
                sorted(heard.stream().mapToDouble(one -> came.get(one.number()) - one.startedAt())),
                sorted(heard.stream().mapToDouble(one -> came.get(one.number()) - one.answeredAt())),
                firstBytes,
                cpu);
    }

    private static double[] sorted(DoubleStream nanos) {
        var millis = nanos.map(each -> each / 1e6).toArray();
        Arrays.sort(millis);
        return millis;
    }

    private static void await(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
