package bench;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** The orders bench: what an order costs through Sendy, beside the same SQL bare. {@code bench/run --help} explains it. */
final class Bench {

    private static final int MOST = 1_000_000;
    private static final int WARMUP_SECONDS = 180;
    private static final int BULK = 500;

    private final Settings settings;
    private final Server server;
    private final Shops shops;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, List<Load.Reading>> readings = new LinkedHashMap<>();

    private Bench(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
        this.shops = new Shops(server.port());
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "; bench/run --help explains it.");
            System.exit(2);
            return;
        }
        var well = false;
        try (var server = new Server(settings)) {
            well = new Bench(settings, server).run();
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        // The recorder's Sendy may have left threads behind.
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        durable();
        say("opening " + settings.stores() + " stores");
        shops.open(settings.stores());
        say("recording what an order sends to the database");
        var taken = Recorder.record(server);
        var one = OneStatement.of(taken);
        taken.trips().forEach(trip -> say("  trip: " + trip.sql().strip().lines().findFirst().orElse("") + " …"));
        say("warming up with " + settings.warmup() + " orders");
        var warm = load("warm-up", 1, settings.connections(), WARMUP_SECONDS, settings.warmup(), this::placing);
        say("  %d orders in %.0f s".formatted(warm.requests(), warm.seconds()));
        if (warm.errors() > 0) {
            say("  " + warm.errors() + " errors; the first: " + warm.firstError());
        }
        var ids = someOrders();
        var few = Math.max(1, Math.min(4, settings.connections() / 4));
        for (var round = 0; round <= settings.rounds(); round++) {
            // Round 0 warms what the warm-up has not: it is thrown away.
            say(round == 0 ? "a round to warm the rest" : "round " + round + " of " + settings.rounds());
            var seconds = round == 0 ? Math.min(3, settings.seconds()) : settings.seconds();
            var c = settings.connections();
            note(round, load("Sendy: order by value", 1, c, seconds, MOST, this::placing));
            note(round, load("bare: the same " + taken.trips().size() + " trips", 1, c, seconds, MOST,
                    i -> opened(() -> new Bare(taken, shops.all(), i))));
            note(round, load("bare: one statement", 1, c, seconds, MOST,
                    i -> opened(() -> new OneStatement(taken, one, shop(i).id()))));
            note(round, load("Sendy: bulk of 500, each order", BULK, few, seconds, MOST, this::placingMany));
            note(round, load("Sendy: list of 20 newest", 1, c, seconds, MOST,
                    i -> requests(index -> Shops.list(shop(i + index)))));
            note(round, load("Sendy: get by id", 1, c, seconds, MOST, i -> requests(index -> {
                var which = (i * 31 + index) % ids.size();
                return Shops.get(shop(which), ids.get(which));
            })));
            note(round, load("Sendy: replay of a kept answer", 1, c, seconds, MOST,
                    i -> requests(index -> Shops.placeOnce(shop(index), "kept-" + i + "-" + index % settings.stores()))));
        }
        var table = new Table(settings, readings, counted());
        System.out.println(table);
        return table.errors() == 0;
    }

    private void note(int round, Load.Reading reading) {
        if (round > 0 || reading.errors() > 0) {
            readings.computeIfAbsent(reading.what(), _ -> new ArrayList<>()).add(reading);
        }
    }

    private Load.Reading load(
            String what, int worth, int connections, int seconds, int most, IntFunction<Load.Client> clients)
            throws Exception {
        return Load.run(what, worth, connections, seconds, most, server::cpu, clients);
    }

    private Shops.Shop shop(int index) {
        return shops.all().get(index % shops.all().size());
    }

    private Load.Client placing(int connection) {
        return requests(index -> Shops.place(shop(connection + index), numbers.incrementAndGet()));
    }

    private Load.Client placingMany(int connection) {
        var wire = wire();
        return new Load.Client() {
            @Override
            public void once(int index) throws IOException {
                Shops.created(Shops.ask(wire, Shops.bulk(shop(connection + index), index)));
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private Load.Client requests(IntFunction<byte[]> request) {
        var wire = wire();
        return new Load.Client() {
            @Override
            public void once(int index) throws IOException {
                var status = wire.send(request.apply(index));
                if (status != 200) {
                    throw new IOException(status + " " + wire.body());
                }
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private Wire wire() {
        return opened(() -> new Wire(server.port()));
    }

    private interface Opening<T> {
        T open() throws Exception;
    }

    private static <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One order of each store in turn, to be read by id. */
    private List<String> someOrders() throws IOException {
        var ids = new ArrayList<String>();
        try (var wire = new Wire(server.port())) {
            for (var i = 0; i < settings.stores() * 20; i++) {
                var placed = Shops.ask(wire, Shops.place(shop(i), i));
                ids.add(Shops.text(placed.substring(placed.indexOf("\"data\":")), "id"));
            }
        }
        return ids;
    }

    private void durable() throws IOException, SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!asked("show " + setting).equals("on")) {
                throw new IllegalStateException("The database is not durable: " + setting);
            }
        }
    }

    /** Orders in the database, and whether each store's numbers run without a gap. */
    private String counted() throws IOException, SQLException {
        return asked("""
                select count(*) || ' orders of ' || count(distinct store_id) || ' stores are stored; ' ||
                       (select count(*) from (select store_id from orders.customer_order group by store_id
                        having count(*) <> max(number) or min(number) <> 1) as g) || ' stores have a gap in their numbers'
                from orders.customer_order""");
    }

    private String asked(String question) throws IOException, SQLException {
        try (var superuser = DriverManager.getConnection(server.databaseUrl(), "postgres", "");
                var statement = superuser.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }

    /** The middle one by what it cost. */
    static Load.Reading median(List<Load.Reading> readings) {
        var sorted = readings.stream()
                .sorted(Comparator.comparingDouble(reading -> reading.app() + reading.postgres()))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
