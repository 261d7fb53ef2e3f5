package bench;

import iq.sendy.faults.attacks.Account;
import iq.sendy.faults.attacks.RawRequest;
import iq.sendy.faults.attacks.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Whether another store and a visitor are served while many connections send what is dear to answer. */
final class Flood {

    private static final int ACCOUNTS = 10;
    private static final int DOCS_PER_SECOND = 2;
    private static final int ORDERS_P95_MS = 500;
    private static final int DOCS_P95_MS = 1_000;
    private static final int AFTER_SECONDS = 5;
    private static final Duration WARMING = Duration.ofSeconds(30);

    private final Settings settings;
    private final Server server;
    private final Sender sender;
    private final List<List<String>> readings = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();
    private boolean well = true;

    /** Orders of the other store, and pages for a visitor, in one stretch of time. */
    private record Reading(Visits orders, Visits docs) {}

    Flood(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
        this.sender = new Sender(server.port());
    }

    boolean run() throws Exception {
        Bench.say("opening a store and the " + ACCOUNTS + " accounts of its enemies");
        var neighbour = account(0);
        var accounts = IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(i -> account(i).withLongOrder(sender, Sender.network(i)))
                .toList();
        var attackers = new Attackers(
                sender, accounts, settings.connections(), Duration.ofMillis(settings.number("--pause")));
        warmUp(accounts);
        readings.add(List.of("", "asked", "not 200", "p50 ms", "p95 ms", "max ms", "the others"));
        Bench.say("without the flood, load " + Grid.load());
        reading("without", neighbour, Math.max(5, settings.seconds() / 3));
        Bench.say("under the flood");
        var before = server.cpu();
        var heap = CompletableFuture.supplyAsync(this::mostHeap);
        Reading flooded;
        try (var attack = attackers.attack(Duration.ofSeconds(settings.seconds()), server::runs)) {
            flooded = reading("flooded", neighbour, settings.seconds());
        }
        var used = server.cpu().since(before);
        Bench.say("after it");
        reading("after", neighbour, AFTER_SECONDS);
        judge(attackers, flooded);
        print(attackers, heap.join(), used);
        return well;
    }

    private Account account(int index) {
        return Account.opens(sender, Sender.network(index), "0772%07d".formatted(index));
    }

    /** By the attackers' keys, within their limits, so that the neighbour's is whole. */
    private void warmUp(List<Account> accounts) {
        Bench.say("warming up with " + settings.number("--warmup") + " orders");
        for (var i = 0; i < settings.number("--warmup"); i++) {
            sender.send(Sender.network(i % 40), accounts.get(i % accounts.size()).order(), WARMING);
            if (i % 20 == 0) {
                sender.send(Sender.network(i % 40), RawRequest.get("/docs", ""), WARMING);
            }
        }
    }

    private Reading reading(String when, Account neighbour, int seconds) {
        var orders = new Visits(sender, settings.number("--rate"), neighbour::order);
        var docs = new Visits(sender, DOCS_PER_SECOND, () -> RawRequest.get("/docs", ""));
        var reading = CompletableFuture.runAsync(() -> docs.during(seconds));
        orders.during(seconds);
        reading.join();
        row("orders, " + when, orders);
        row("/docs, " + when, docs);
        return new Reading(orders, docs);
    }

    private void row(String what, Visits visits) {
        readings.add(List.of(
                what,
                Integer.toString(visits.all()),
                Long.toString(visits.all() - visits.good()),
                Grid.number("%.0f", visits.percentile(0.5)),
                Grid.number("%.0f", visits.percentile(0.95)),
                Grid.number("%.0f", visits.percentile(1)),
                visits.others()));
    }

    private long mostHeap() {
        var end = System.nanoTime() + Duration.ofSeconds(settings.seconds()).toNanos();
        var most = 0L;
        while (System.nanoTime() < end && server.runs()) {
            most = Math.max(most, Footprint.heap(server));
            LockSupport.parkNanos(1_000_000_000L);
        }
        return most;
    }

    private void judge(Attackers attackers, Reading flooded) throws IOException {
        var orders = flooded.orders().percentile(0.95);
        var docs = flooded.docs().percentile(0.95);
        verdict(orders < ORDERS_P95_MS, "orders p95 under %d ms: %.0f ms", ORDERS_P95_MS, orders);
        verdict(docs < DOCS_P95_MS, "/docs p95 under %d ms: %.0f ms", DOCS_P95_MS, docs);
        var lost = server.written().lines().filter(line -> line.contains("OutOfMemoryError")).count();
        verdict(lost == 0, "no OutOfMemoryError in the log: %d", lost);
        verdict(attackers.forbidden() == 0, "no 5xx but 503 with Retry-After: %d", attackers.forbidden());
        verdict(server.runs(), "Sendy still runs");
    }

    private void verdict(boolean holds, String format, Object... values) {
        well &= holds;
        verdicts.add((holds ? "HOLDS  " : "FAILS  ") + Grid.number(format, values));
    }

    private void print(Attackers attackers, long heap, Cpu used) {
        var shapes = new ArrayList<List<String>>();
        shapes.add(List.of("shape", "sent", "slowest ms", "answers"));
        attackers.seen().forEach((shape, statuses) -> shapes.add(List.of(
                shape.name(),
                Integer.toString(statuses.all()),
                Long.toString(statuses.slowestMs()),
                statuses.toString())));
        System.out.println();
        Grid.of(shapes, settings.markdown()).forEach(System.out::println);
        System.out.println();
        Grid.of(readings, settings.markdown()).forEach(System.out::println);
        System.out.println(Grid.number(
                "%n%,d requests of %d shapes on %d connections in %d s; CPU seconds: app %.1f, PG %.1f, this bench %.1f; "
                        + "most heap seen %d MiB of %s, most resident %d MiB; load %s.%n",
                attackers.requests(),
                attackers.seen().size(),
                settings.connections(),
                settings.seconds(),
                used.app(),
                used.postgres(),
                used.client(),
                heap,
                settings.heap(),
                Footprint.mostResident(server),
                Grid.load()));
        verdicts.forEach(System.out::println);
    }
}
