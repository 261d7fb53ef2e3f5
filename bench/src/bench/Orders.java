package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What an order costs through Sendy, beside the same SQL bare. */
final class Orders {

    static final String VALUE = "Sendy: order by value";
    static final String LINES = "Sendy: order of three lines";
    static final String TOLD = "Sendy: three lines, one subscription";
    static final String SALE = "Sendy: cashier's sale of three lines, alone";

    private static final int MOST = 1_000_000;
    private static final int WARMUP_SECONDS = 240;
    private static final int DRAINING_SECONDS = 120;

    private final Settings settings;
    private final Server server;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, List<Load.Reading>> readings = new LinkedHashMap<>();
    private List<Shops.Shop> plain = List.of();
    private List<Shops.Shop> stocked = List.of();
    private List<Shops.Shop> telling = List.of();
    /** Like those that tell, but nobody sends their events: what is written bare has no meaning for a receiver. */
    private List<Shops.Shop> silent = List.of();
    private List<Counter> counters = List.of();

    Orders(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    boolean run() throws Exception {
        try (var receiver = new Receiver()) {
            Bench.say("opening four times " + settings.stores() + " stores, three times with products");
            plain = Shops.open(server, settings.stores());
            stocked = Shops.stock(server, Shops.open(server, settings.stores()));
            telling = Shops.stock(server, Shops.open(server, settings.stores()));
            silent = Shops.stock(server, Shops.open(server, settings.stores()));
            counters = Counter.open(server, stocked);
            pause();
            Hooks.open(server, receiver, telling);
            Hooks.open(server, receiver, silent);
            return measured(receiver);
        }
    }

    private boolean measured(Receiver receiver) throws Exception {
        Bench.say("recording what an order sends to the database");
        var taken = Recorder.record(server, receiver);
        for (var one : List.of(taken.value(), taken.lines(), taken.told())) {
            one.trips().forEach(trip ->
                    Bench.say("  trip: " + trip.sql().strip().lines().findFirst().orElse("") + " …"));
            Bench.say("");
        }
        var value = WrittenRows.of(server, taken.value());
        var lines = WrittenRows.of(server, taken.lines());
        var told = WrittenRows.of(server, taken.told());
        Bench.say("warming up with " + settings.number("--warmup") + " orders");
        warmUp(VALUE, this::placing);
        warmUp(LINES, i -> placingThree(stocked, i));
        warmUp(TOLD, i -> placingThree(telling, i));
        warmUp(SALE, this::selling);
        var ids = someOrders();
        for (var round = 0; round <= settings.number("--rounds"); round++) {
            // Round 0 warms what the warm-up has not: it is thrown away.
            Bench.say(round == 0 ? "a round to warm the rest" : "round " + round + " of " + settings.number("--rounds"));
            var seconds = round == 0 ? Math.min(3, settings.seconds()) : settings.seconds();
            beside(round, seconds, taken.value(), value, VALUE, "value", this::placing, plain, () -> {});
            beside(round, seconds, taken.lines(), lines, LINES, "three lines", i -> placingThree(stocked, i), stocked, () -> {});
            beside(round, seconds, taken.told(), told, TOLD, "with its delivery", i -> placingThree(telling, i), silent, this::sent);
            others(round, seconds, ids);
        }
        var shares = shares();
        var undelivered = undelivered();
        var counted = "%s; of %d deliveries that the receiver heard, %d of %d sampled signatures were right, %d not heard of"
                .formatted(counted(), receiver.heard(), receiver.verified(), receiver.verified() + receiver.wrong(), undelivered);
        var table = new Table(settings, readings, shares, counted);
        System.out.println(table);
        return table.errors() == 0 && receiver.wrong() == 0 && undelivered == 0 && (settings.quick() || table.held());
    }

    private List<FigureShare.Share> shares() throws Exception {
        return FigureShare.of(settings, server, List.of(
                kind(VALUE, VALUE, i -> Shops.place(shop(i), numbers.incrementAndGet())),
                kind(LINES, LINES, i -> Shops.placeThree(stocked.get(i % stocked.size()), numbers.incrementAndGet())),
                kind("Sendy: cashier's sale of three lines", LINES, i -> counters.get(i % counters.size()).sale())));
    }

    /** The client of a sale does what that of an order of three lines does. */
    private FigureShare.Kind kind(String what, String client, IntFunction<byte[]> request) {
        return new FigureShare.Kind(what, request, median(readings.get(client))::client);
    }

    private void warmUp(String what, IntFunction<Load.Client> clients) throws Exception {
        var most = Math.max(1, settings.number("--warmup") / 4);
        var warm = load("warm-up", 1, settings.connections(), WARMUP_SECONDS / 4, most, clients, this::sent);
        Bench.say("  %d of %s in %.0f s".formatted(warm.requests(), what, warm.seconds()));
        if (warm.errors() > 0) {
            Bench.say("  " + warm.errors() + " errors; the first: " + warm.firstError());
        }
    }

    private void beside(
            int round,
            int seconds,
            Recorder.Taken taken,
            WrittenRows.Text one,
            String what,
            String group,
            IntFunction<Load.Client> sendy,
            List<Shops.Shop> shops,
            Load.Settled after)
            throws Exception {
        var c = settings.connections();
        note(round, load(what, 1, c, seconds, MOST, sendy, after));
        note(round, load("bare " + group + ": the same " + taken.trips().size() + " trips", 1, c, seconds, MOST,
                i -> Bench.opened(() -> new Bare(taken, shops, i)), () -> {}));
        note(round, load("bare " + group + ": one statement", 1, c, seconds, MOST,
                i -> Bench.opened(() -> new OneStatement(taken, one, shops.get(i % shops.size()))), () -> {}));
    }

    private void others(int round, int seconds, List<String> ids) throws Exception {
        var c = settings.connections();
        var few = Math.max(1, Math.min(4, c / 4));
        note(round, load("Sendy: bulk of 500, each order", Shops.BULK, few, seconds, MOST,
                i -> Bench.asking(server.port(), index -> Shops.bulk(shop(i + index), index),
                        body -> Shops.created(body, Shops.BULK)), () -> {}));
        note(round, load(SALE, 1, 1, seconds, MOST, this::selling, () -> {}));
        note(round, load("Sendy: list of 20 newest", 1, c, seconds, MOST,
                i -> Bench.requests(server, index -> Shops.list(shop(i + index))), () -> {}));
        note(round, load("Sendy: get by id", 1, c, seconds, MOST, i -> Bench.requests(server, index -> {
            var which = (i * 31 + index) % ids.size();
            return Shops.get(shop(which), "/orders/" + ids.get(which));
        }), () -> {}));
        note(round, load("Sendy: replay of a kept answer", 1, c, seconds, MOST, i -> Bench.requests(server,
                index -> Shops.placeOnce(shop(index), "kept-" + i + "-" + index % settings.stores())), () -> {}));
    }

    private void note(int round, Load.Reading reading) {
        if (round > 0 || reading.errors() > 0) {
            readings.computeIfAbsent(reading.what(), _ -> new ArrayList<>()).add(reading);
        }
    }

    private Load.Reading load(
            String what, int worth, int connections, int seconds, int most, IntFunction<Load.Client> clients, Load.Settled after)
            throws Exception {
        return Load.run(what, worth, connections, seconds, most, server::cpu, clients, after);
    }

    private Shops.Shop shop(int index) {
        return plain.get(index % plain.size());
    }

    private Load.Client placing(int connection) {
        return Bench.requests(server, index -> Shops.place(shop(connection + index), numbers.incrementAndGet()));
    }

    private Load.Client placingThree(List<Shops.Shop> shops, int connection) {
        return Bench.requests(server,
                index -> Shops.placeThree(shops.get((connection + index) % shops.size()), numbers.incrementAndGet()));
    }

    private Load.Client selling(int connection) {
        return Bench.requests(server, _ -> counters.get(connection % counters.size()).sale());
    }

    /** Until what the orders planned is delivered: its cost belongs to them. */
    private void sent() throws IOException, SQLException {
        for (var i = 0; i < DRAINING_SECONDS * 5 && waiting() > 0; i++) {
            LockSupport.parkNanos(200_000_000L);
        }
    }

    private long waiting() throws IOException, SQLException {
        return Long.parseLong(server.asked(
                "select count(*) from jobs.job where kind = 'webhooks.deliver' and store_id in (" + named(telling) + ")"));
    }

    private long undelivered() throws IOException, SQLException {
        return Long.parseLong(server.asked("select count(*) from webhooks.delivery where status <> 'Delivered' and store_id in ("
                + named(telling) + ")"));
    }

    private void pause() throws IOException, SQLException {
        server.told("insert into jobs.paused_store select id, now() from unnest(array[" + named(silent) + "]::uuid[]) as s (id)");
    }

    private static String named(List<Shops.Shop> shops) {
        return shops.stream().map(shop -> "'" + shop.id() + "'").collect(Collectors.joining(","));
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

    /** Orders in the database, and whether each store's numbers run without a gap. */
    private String counted() throws IOException, SQLException {
        return server.asked("""
                select count(*) || ' orders of ' || count(distinct store_id) || ' stores are stored; ' ||
                       (select count(*) from (select store_id from orders.customer_order group by store_id
                        having count(*) <> max(number) or min(number) <> 1) as g) || ' stores have a gap in their numbers'
                from orders.customer_order""");
    }

    /** The middle one by what it cost. */
    static Load.Reading median(List<Load.Reading> readings) {
        var sorted = readings.stream()
                .sorted((a, b) -> Double.compare(a.app() + a.postgres(), b.app() + b.postgres()))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
