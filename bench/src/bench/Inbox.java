package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Deliveries of Meta at a given pace: how soon each is answered, and seen by who watches at this process and another. */
final class Inbox {

    private static final String AGENT = "\"aiProviderCode\":\"sandbox\",\"aiModelCode\":\"sandbox-1\",\"isAgentEnabled\":";
    private static final int CUSTOMERS = 50;
    private static final double MOST_ANSWERED_MS = 50;
    private static final double MOST_SEEN_MS = 250;

    private final Settings settings;
    private final Server server;

    Inbox(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    boolean run() throws Exception {
        var rate = settings.number("--rate");
        var many = rate * settings.seconds();
        var warmup = settings.number("--warmup");
        Bench.say("opening " + settings.stores() + " stores with a channel each, and a second process");
        var shops = Shops.open(server, settings.stores());
        var agent = AGENT + settings.flags().contains("--agents");
        try (var wire = new Wire(server.port())) {
            for (var i = 0; i < shops.size(); i++) {
                Deliveries.connect(wire, shops.get(i), Deliveries.account(i), agent);
            }
        }
        // Before the second one, since both are told the owner's password.
        var trips = Recorder.trips(server, 200, number -> delivery(0, 3_000_000 + (int) number));
        try (var second = new SecondServer(settings, server)) {
            var here = new AtomicLongArray(warmup + many);
            var there = new AtomicLongArray(warmup + many);
            var watchers = new ArrayList<Watcher>();
            for (var shop : shops) {
                watchers.add(new Watcher(server.port(), shop, here));
                watchers.add(new Watcher(second.port(), shop, there));
            }
            Paced.await(() -> watchers.stream().allMatch(Watcher::isOpen));
            Bench.say("warming up with " + warmup);
            offer(0, warmup, this::deliveries);
            Paced.await(() -> Latencies.missing(there, 0, warmup) == 0 && Latencies.missing(here, 0, warmup) == 0);
            Bench.say("measuring " + many + " at " + rate + " per second");
            var transactions = transactions();
            var cpu = server.cpu();
            var offered = offer(warmup, many, this::deliveries);
            Paced.await(() -> Latencies.missing(there, warmup, many) == 0 && Latencies.missing(here, warmup, many) == 0);
            var used = server.cpu().since(cpu);
            var perDelivery = (transactions() - transactions) / (double) many;
            for (var watcher : watchers) {
                watcher.close();
            }
            var bare = offer(0, many, this::bare);
            return tell(offered, bare, here, there, warmup, trips.size(), perDelivery, used);
        }
    }

    private static byte[] delivery(int store, int number) {
        return Deliveries.text(store, number % CUSTOMERS, number, "n" + number);
    }

    private Paced.Delivering deliveries() {
        var wire = Bench.opened(() -> new Wire(server.port()));
        return new Paced.Delivering() {
            @Override
            public void once(int index, long from) throws IOException {
                Shops.ask(wire, delivery(index % settings.stores(), index));
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    /** The floor: the same bytes in one row, committed, and nothing else. */
    private Paced.Delivering bare() {
        var connection = Bench.opened(server::superuser);
        var insert = Bench.opened(() -> {
            connection.createStatement().execute(
                    "create table if not exists public.bench_delivery (id bigserial primary key, body bytea not null)");
            return connection.prepareStatement("insert into public.bench_delivery (body) values (?)");
        });
        return new Paced.Delivering() {
            @Override
            public void once(int index, long from) throws SQLException {
                insert.setBytes(1, delivery(index % settings.stores(), index));
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private Paced.Offered offer(int first, int many, Paced.Connecting connecting) throws Exception {
        return Paced.offer(first, many, settings.number("--rate"), settings.connections(), connecting);
    }

    private long transactions() throws IOException, SQLException {
        return Long.parseLong(
                server.asked("select xact_commit from pg_stat_database where datname = current_database()"));
    }

    private boolean tell(
            Paced.Offered offered,
            Paced.Offered bare,
            AtomicLongArray here,
            AtomicLongArray there,
            int warmup,
            int trips,
            double transactions,
            Cpu used) {
        var many = offered.from().length;
        var answered = Latencies.between(offered.from(), offered.answered());
        var atOnce = Latencies.between(offered.from(), Latencies.noted(here, warmup, many));
        var elsewhere = Latencies.between(offered.from(), Latencies.noted(there, warmup, many));
        var rows = new ArrayList<List<String>>();
        rows.add(Latencies.head());
        rows.add(answered.row("answered"));
        rows.add(atOnce.row("seen at the same process"));
        rows.add(elsewhere.row("seen at another process"));
        rows.add(Latencies.between(bare.from(), bare.answered()).row("bare: the same bytes in a row"));
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        System.out.println();
        System.out.println(Grid.number(
                "An answer is %d trips to the database; with what follows %.1f transactions of all processes for each.",
                trips,
                transactions));
        System.out.println(Grid.number(
                "First process and PG: %.3f and %.3f s of CPU per 1,000 deliveries.",
                used.app() * 1_000 / many,
                used.postgres() * 1_000 / many));
        System.out.println("%s: %d per second offered and %.0f taken, from when each should have been sent, %d stores, "
                        .formatted(LocalDate.now(), settings.number("--rate"), offered.perSecond(), settings.stores())
                + "%d connections, %d cores, load before the end %s, Java %s.".formatted(
                        settings.connections(), Runtime.getRuntime().availableProcessors(), Grid.load(), Runtime.version()));
        return well(offered, answered, atOnce, elsewhere);
    }

    /** A run of a few seconds measures nothing, so it is not judged by its times. */
    private boolean well(Paced.Offered offered, Latencies answered, Latencies atOnce, Latencies elsewhere) {
        var whole = offered.errors() == 0 && atOnce.isWhole() && elsewhere.isWhole();
        var soon = answered.at(0.99) <= MOST_ANSWERED_MS
                && atOnce.at(0.99) <= MOST_SEEN_MS
                && elsewhere.at(0.99) <= MOST_SEEN_MS;
        if (!whole || (!soon && !settings.quick())) {
            System.out.println("NOT WELL: at most " + MOST_ANSWERED_MS + " ms to the answer and " + MOST_SEEN_MS
                    + " ms to the stream for 99 of 100, and none may be missing.");
            return false;
        }
        return true;
    }
}
