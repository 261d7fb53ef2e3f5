package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What telling of events costs, how soon it is done, and whether one store's trouble is another's. */
final class Webhooks {

    private static final int SPACED_PER_SECOND = 20;
    private static final int MOST = 1_000_000;
    private static final int EACH = 10;
    private static final int LONGEST_SECONDS = 600;

    private final Settings settings;
    private final Server server;
    private final Receiver receiver;

    /** A port that is held and not listened at; one that was let go would be given to the next who asks for any. */
    private final Socket nobody = new Socket();

    private final AtomicLong bulks = new AtomicLong();
    private final List<List<String>> latencies = new ArrayList<>();
    private List<Shops.Shop> shops = List.of();
    private List<Hooks.Hook> hooks = List.of();
    private boolean well = true;

    Webhooks(Settings settings, Server server) throws IOException {
        this.settings = settings;
        this.server = server;
        this.receiver = new Receiver();
        nobody.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    boolean run() throws Exception {
        try (receiver; nobody) {
            Bench.say("opening " + settings.stores() + " stores with a subscription each");
            shops = Shops.open(server, settings.stores());
            hooks = Hooks.open(server, receiver, shops);
            warmUp();
            if (settings.flags().contains("--held-xmin")) {
                well &= new HeldXmin(settings, server, receiver, shops).run();
            } else {
                var latencyAlone = settings.flags().contains("--latency");
                if (!latencyAlone) {
                    backlog();
                }
                latency();
                if (!latencyAlone) {
                    neighbour();
                }
            }
            System.out.println(Grid.number("%nSampled signatures: %,d right, %d wrong of %,d requests heard.",
                    receiver.verified(), receiver.wrong(), receiver.heard()));
            return well && receiver.wrong() == 0;
        }
    }

    private void warmUp() throws Exception {
        Bench.say("warming up with " + settings.number("--warmup") + " orders and their deliveries");
        var heard = receiver.heard();
        Load.run("", 1, settings.connections(), LONGEST_SECONDS / 5, settings.number("--warmup") / 2, server::cpu,
                i -> Bench.requests(server, index -> Shops.place(shops.get((i + index) % shops.size()), index)));
        plan(shops, settings.number("--warmup") / 2);
        Bench.say("  drained in %.1f s".formatted(drain()));
        Bench.say("  " + (receiver.heard() - heard) + " deliveries");
    }

    /** So many events, by bulk orders, in turn over the stores. */
    private void plan(List<Shops.Shop> of, int events) throws Exception {
        var requests = Math.max(1, events / Shops.BULK);
        var some = new AtomicLong();
        var planned = Load.run("", Shops.BULK, 4, LONGEST_SECONDS, requests, server::cpu,
                _ -> Bench.asking(server.port(),
                        _ -> Shops.bulk(of.get((int) (some.getAndIncrement() % of.size())), bulks.getAndIncrement() % 1_000),
                        body -> Shops.created(body, Shops.BULK)));
        if (planned.errors() > 0) {
            well = false;
            Bench.say("  " + planned.errors() + " errors; the first: " + planned.firstError());
        }
    }

    /** Until nothing waits to be sent; answers how many seconds it took. */
    private double drain() throws Exception {
        var began = System.nanoTime();
        while (waiting() > 0 && System.nanoTime() - began < LONGEST_SECONDS * 1_000_000_000L) {
            LockSupport.parkNanos(100_000_000L);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private long waiting() throws Exception {
        return Long.parseLong(server.asked("select count(*) from jobs.job where kind = 'webhooks.deliver'"));
    }

    /** What waits while the subscriptions are off is sent when they are on again. */
    private void backlog() throws Exception {
        Bench.say("planning a backlog of " + settings.number("--backlog") + " deliveries");
        Hooks.turn(server, hooks, false);
        plan(shops, settings.number("--backlog"));
        var planned = waiting();
        Bench.say("  " + planned + " wait; sending, load " + Grid.load());
        var begin = receiver.heard();
        Hooks.turn(server, hooks, true);
        // The windows of the lanes open one by one: the first part does not count.
        while (receiver.heard() - begin < planned / 10) {
            LockSupport.parkNanos(1_000_000L);
        }
        var from = receiver.heard();
        var before = server.cpu();
        var began = System.nanoTime();
        var end = began + settings.seconds() * 1_000_000_000L;
        while (System.nanoTime() < end && receiver.heard() - begin < planned * 95 / 100) {
            LockSupport.parkNanos(1_000_000L);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var cpu = server.cpu().since(before);
        var sent = receiver.heard() - from;
        Bench.say("  %d in %.1f s; the rest drained in %.1f s".formatted(sent, seconds, drain()));
        var rows = List.of(
                List.of("signed deliveries from a backlog", "per s", "app CPU s/1k", "PG CPU s/1k", "receiver CPU s/1k", "load"),
                List.of(
                        Grid.number("%,d waiting, %d stores", planned, shops.size()),
                        Grid.number("%,.0f", sent / seconds),
                        Grid.number("%.3f", 1_000 * cpu.app() / sent),
                        Grid.number("%.3f", 1_000 * cpu.postgres() / sent),
                        Grid.number("%.3f", 1_000 * cpu.client() / sent),
                        Grid.load()));
        print(rows);
    }

    private void latency() throws Exception {
        latencies.add(List.of("single orders", "orders/s", "answer p50 ms", "p99", "commit to first byte p50 ms", "p99",
                "request to receiver p50 ms", "p99", "answer to receiver p50 ms", "p99", "app CPU s/1k", "PG CPU s/1k",
                "client CPU s/1k", "not heard", "errors", "load"));
        var singles = new Singles(server, receiver);
        Bench.say("orders one by one");
        noted("one by one, 50 ms apart",
                singles.place(shops, settings.number("--singles"), SPACED_PER_SECOND, 4));
        var rate = settings.number("--rate");
        Bench.say(rate + " orders per second");
        // A second of it first, thrown away.
        singles.place(shops, rate, rate, settings.connections());
        drain();
        noted("offered " + rate + " per s", singles.place(shops, rate * 10, rate, settings.connections()));
        drain();
        noted("offered " + rate + " per s, in bulks of " + EACH,
                singles.place(shops, rate * 10 / EACH * EACH, EACH, rate, settings.connections()));
        drain();
        print(latencies);
        latencies.clear();
    }

    private void noted(String what, Singles.Seen seen) {
        var row = new ArrayList<String>(List.of(what, Grid.number("%.0f", seen.perSecond())));
        both(row, seen.answers());
        row.add(Grid.number("%.1f", seen.firstBytes().percentile(0.5)));
        row.add(Grid.number("%.1f", seen.firstBytes().percentile(0.99)));
        both(row, seen.arrivals());
        both(row, seen.afterAnswers());
        for (var part : List.of(seen.cpu().app(), seen.cpu().postgres(), seen.cpu().client())) {
            row.add(Grid.number("%.2f", 1_000 * part / seen.orders()));
        }
        row.addAll(List.of("" + seen.missing(), "" + seen.errors(), Grid.load()));
        latencies.add(row);
        well &= seen.missing() == 0 && seen.errors() == 0;
    }

    private static void both(List<String> row, double[] sorted) {
        row.add(Grid.number("%.1f", Singles.Seen.at(sorted, 0.5)));
        row.add(Grid.number("%.1f", Singles.Seen.at(sorted, 0.99)));
    }

    /** One store with many due deliveries to endpoints that refuse and that hang, and what another one feels of it. */
    private void neighbour() throws Exception {
        var patients = List.of(shops.getLast());
        Hooks.close(server, List.of(hooks.getLast()));
        var others = shops.subList(0, shops.size() - 1);
        var dead = new ArrayList<Hooks.Hook>();
        try (var wire = new Wire(server.port())) {
            var refusing = "http://127.0.0.1:" + nobody.getLocalPort() + "/";
            dead.add(Hooks.hook(patients.getFirst(), Hooks.open(wire, patients.getFirst(), refusing)));
            dead.add(Hooks.hook(patients.getFirst(), Hooks.open(wire, patients.getFirst(), receiver.url("/hang"))));
        }
        Hooks.turn(server, dead, false);
        Bench.say("planning " + settings.number("--due") + " deliveries of one store to dead endpoints");
        plan(patients, settings.number("--due") / dead.size());
        var due = waiting();
        latencies.add(List.of("another store's orders", "orders/s", "answer p50 ms", "p99", "request to receiver p50 ms", "p99",
                "not heard", "errors", "load"));
        var singles = new Singles(server, receiver);
        var many = settings.number("--singles");
        // Some first, thrown away: the planning has left work for PostgreSQL behind.
        singles.place(others, many / 2, SPACED_PER_SECOND, 4);
        beside("idle", singles.place(others, many, SPACED_PER_SECOND, 4));
        Hooks.turn(server, dead, true);
        beside("from the moment when %,d are due".formatted(due), singles.place(others, many, SPACED_PER_SECOND, 4));
        beside("later, %,d are due".formatted(waiting()), singles.place(others, many, SPACED_PER_SECOND, 4));
        print(latencies);
        latencies.clear();
        Hooks.turn(server, dead, false);
    }

    private void beside(String what, Singles.Seen seen) {
        var row = new ArrayList<String>(List.of(what, Grid.number("%.0f", seen.perSecond())));
        both(row, seen.answers());
        both(row, seen.arrivals());
        row.addAll(List.of("" + seen.missing(), "" + seen.errors(), Grid.load()));
        latencies.add(row);
        well &= seen.missing() == 0 && seen.errors() == 0;
    }

    private void print(List<List<String>> rows) {
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
    }
}
