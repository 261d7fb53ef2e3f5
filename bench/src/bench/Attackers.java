package bench;

import iq.sendy.faults.attacks.Account;
import iq.sendy.faults.attacks.Sender;
import iq.sendy.faults.attacks.Shape;
import iq.sendy.faults.attacks.Shapes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Hostile connections, each of which sends one shape after the other until the time is over. */
final class Attackers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NETWORKS = 50;
    private static final int MOST_OF_EACH = 1_000;
    private static final int ENDING_SECONDS = 30;

    /** So that a few connections begin with shapes of all kinds. */
    private static final int STRIDE = 37;

    private final Sender sender;
    private final List<Account> accounts;
    private final int connections;
    private final long pauseNanos;
    private final Map<Shape, Statuses> seen = new LinkedHashMap<>();

    Attackers(Sender sender, List<Account> accounts, int connections, Duration pause) {
        this.sender = sender;
        this.accounts = accounts;
        this.connections = connections;
        this.pauseNanos = pause.toNanos();
        Shapes.all().forEach(shape -> seen.put(shape, new Statuses()));
    }

    /** Begins; what is returned waits until all is over, at most as long as one request may last. */
    AutoCloseable attack(Duration lasting, BooleanSupplier goesOn) {
        var end = System.nanoTime() + lasting.toNanos();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (var i = 0; i < connections; i++) {
            var connection = i;
            threads.submit(() -> attack(connection, end, goesOn));
        }
        return () -> end(threads);
    }

    private void attack(int connection, long end, BooleanSupplier goesOn) {
        var shapes = List.copyOf(seen.keySet());
        var account = accounts.get(connection % accounts.size());
        var from = Sender.network(1 + connection % NETWORKS);
        for (var i = 0; i < MOST_OF_EACH && goesOn.getAsBoolean(); i++) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            var shape = shapes.get((connection * STRIDE + i) % shapes.size());
            var patience = Math.min(left, PATIENCE.toNanos());
            seen.get(shape).add(sender.send(from, shape.request().apply(account), Duration.ofNanos(patience)));
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    Map<Shape, Statuses> seen() {
        return seen;
    }

    int requests() {
        return seen.values().stream().mapToInt(Statuses::all).sum();
    }

    int forbidden() {
        return seen.values().stream().mapToInt(Statuses::forbidden).sum();
    }
}
