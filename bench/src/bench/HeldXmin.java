package bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast events are sent while somebody's old transaction keeps every dead row of the queue from being vacuumed away: a
 * backup, a report, a forgotten session.
 */
final class HeldXmin {

    private static final int PER_SECOND = 500;
    private static final int AT_ONCE = 25;
    private static final int WINDOWS_BESIDE = 2;

    private final Settings settings;
    private final Server server;
    private final Receiver receiver;
    private final List<Shops.Shop> shops;
    private final AtomicLong made = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private final List<List<String>> rows = new ArrayList<>();

    HeldXmin(Settings settings, Server server, Receiver receiver, List<Shops.Shop> shops) {
        this.settings = settings;
        this.server = server;
        this.receiver = receiver;
        this.shops = shops;
    }

    boolean run() throws Exception {
        var window = Math.max(3, Math.min(10, settings.number("--held-seconds") / 3));
        rows.add(List.of("%d events/s".formatted(PER_SECOND), "made/s", "sent/s", "waiting", "first byte p50 ms", "p99",
                "app CPU s/1k", "PG CPU s/1k", "dead rows of the queue", "load"));
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 2; i++) {
                threads.submit(() -> make(going));
            }
            try {
                watch("before", window, WINDOWS_BESIDE);
                try (var holder = server.superuser()) {
                    hold(holder);
                    watch("held", window, settings.number("--held-seconds") / window);
                }
                watch("after", window, WINDOWS_BESIDE);
            } finally {
                going.set(false);
            }
        }
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        System.out.println("A row is %d s; %d errors.".formatted(window, errors.get()));
        return errors.get() == 0;
    }

    /** Its snapshot is older than whatever happens from now on. */
    private static void hold(Connection holder) throws Exception {
        holder.setAutoCommit(false);
        holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = holder.createStatement()) {
            statement.execute("select count(*) from jobs.store_due");
        }
    }

    private Void make(AtomicBoolean going) throws Exception {
        try (var wire = new Wire(server.port())) {
            var began = System.nanoTime();
            for (var turn = 0L; going.get(); turn++) {
                var left = began + turn * AT_ONCE * 2 * 1_000_000_000L / PER_SECOND - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(left);
                }
                var number = made.getAndAdd(AT_ONCE) / AT_ONCE;
                try {
                    Shops.created(Shops.ask(wire, Shops.bulk(shops.get((int) (number % shops.size())), number, AT_ONCE)), AT_ONCE);
                } catch (java.io.IOException failed) {
                    errors.incrementAndGet();
                    Bench.say("  " + failed);
                }
            }
        }
        return null;
    }

    private void watch(String what, int seconds, int windows) throws Exception {
        for (var i = 0; i < Math.max(1, windows); i++) {
            var cpu = server.cpu();
            var heard = receiver.heard();
            var told = made.get();
            var first = Histogram.of(server.metrics(), "sendy_webhook_first_byte_seconds");
            var began = System.nanoTime();
            LockSupport.parkNanos(seconds * 1_000_000_000L);
            var lasted = (System.nanoTime() - began) / 1e9;
            var sent = Math.max(1, receiver.heard() - heard);
            var used = server.cpu().since(cpu);
            var bytes = Histogram.of(server.metrics(), "sendy_webhook_first_byte_seconds").since(first);
            rows.add(List.of(
                    what,
                    Grid.number("%.0f", (made.get() - told) / lasted),
                    Grid.number("%.0f", sent / lasted),
                    server.asked("select count(*) from jobs.job where kind = 'webhooks.deliver'"),
                    Grid.number("%.1f", bytes.percentile(0.5)),
                    Grid.number("%.1f", bytes.percentile(0.99)),
                    Grid.number("%.3f", 1_000 * used.app() / sent),
                    Grid.number("%.3f", 1_000 * used.postgres() / sent),
                    server.asked("select n_dead_tup from pg_stat_user_tables"
                            + " where schemaname = 'jobs' and relname = 'job'"),
                    Grid.load()));
            Bench.say("  " + String.join("  ", rows.getLast()));
        }
    }
}
