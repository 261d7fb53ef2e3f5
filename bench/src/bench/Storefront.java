package bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** What the pages of a shop cost: kept and made anew, beside a static file of the same size, and an order by the form. */
final class Storefront {

    private static final String KEPT = "home, kept";
    private static final String FILE = "static file of its size";
    private static final String SAME = "home, looked at again";
    private static final String ANEW = "home, made anew";
    private static final String BARE = "bare: one row of a store's";

    private static final double LEAST_OF_FILE = 0.5;
    private static final double MOST_CPU_ANEW = 0.6;
    private static final int MOST = 2_000_000;
    private static final int MOST_SECONDS = 60;

    /** A page is believed for 700 ms; behind that it is made anew. */
    private static final long FORGOTTEN_NANOS = 800_000_000L;

    private static final String BROWSER = "Accept: text/html\r\nAccept-Encoding: gzip\r\n";

    private final Settings settings;
    private final Server server;
    private final List<String> homes = new ArrayList<>();
    private final List<Shops.Shop> shops = new ArrayList<>();

    Storefront(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    boolean run() throws Exception {
        // So many that each connection has as many of them.
        var stores = Math.ceilDiv(settings.stores(), settings.connections()) * settings.connections();
        Bench.say("opening " + stores + " stores with " + Shops.PRODUCTS + " products each");
        for (var i = 0; i < stores; i++) {
            try (var wire = new Wire(server.port())) {
                var shop = Shops.stock(server, wire, Shops.open(wire, i));
                var opened = Shops.ask(wire, Shops.post(shop, "/storefront/publish", "{}"));
                shops.add(shop);
                homes.add("/s/" + Shops.text(opened, "slug"));
            }
        }
        var size = size(homes.getFirst());
        var file = "/assets/" + hashed(size);
        Bench.say("warming up");
        for (var round = 0; round < 3; round++) {
            read(homes.getFirst(), file);
        }
        warmUp();
        Bench.say("measuring, load " + Grid.load());
        var readings = read(homes.getFirst(), file);
        var holds = print(readings, size);
        print(trips());
        return holds;
    }

    private Map<String, Load.Reading> read(String home, String file) throws Exception {
        var readings = new LinkedHashMap<String, Load.Reading>();
        readings.put(KEPT, load(KEPT, getting(home)));
        readings.put(FILE, load(FILE, getting(file)));
        // Prices may have changed before, and a change is looked at whole, once.
        round(SAME, () -> {});
        readings.put(SAME, rounds(SAME, () -> {}));
        readings.put(ANEW, rounds(ANEW, this::changeOneProductOfEach));
        readings.put(BARE, load(BARE, i -> Bench.opened(() -> new OneRow(shops.get(i % shops.size())))));
        return readings;
    }

    /** A transaction of a store that asks for one row, by plain JDBC: nothing can be looked at for less. */
    private final class OneRow implements Load.Client {

        private final Connection connection = server.superuser();
        private final Statement naming = connection.createStatement();
        private final PreparedStatement asking = connection.prepareStatement("select 1; commit");
        private final String store;

        OneRow(Shops.Shop shop) throws IOException, SQLException {
            store = "set local app.store_id = '" + shop.id() + "'";
        }

        @Override
        public void once(int index) throws SQLException {
            connection.setAutoCommit(false);
            naming.execute(store);
            asking.execute();
            connection.setAutoCommit(true);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** How many bytes the first page has as a browser gets it. */
    private int size(String home) throws IOException {
        try (var wire = new Wire(server.port())) {
            var plain = Shops.ask(wire, Wire.request("GET", home, "Accept: text/html\r\n", ""));
            if (!plain.contains(home + "/p/P-")) {
                throw new IOException("A home without products: " + plain);
            }
            if (wire.send(get(home)) != 200) {
                throw new IOException(wire.body());
            }
            return wire.length();
        }
    }

    private String hashed(int size) throws IOException, GeneralSecurityException {
        var content = StaticFiles.content(server.files(), size);
        var hash = MessageDigest.getInstance("SHA-256").digest(content);
        return StaticFiles.name(size)
                .replace(".woff2", "." + HexFormat.of().formatHex(Arrays.copyOf(hash, 8)) + ".woff2");
    }

    private static byte[] get(String path) {
        return Wire.request("GET", path, BROWSER, "");
    }

    private IntFunction<Load.Client> getting(String path) {
        var request = get(path);
        return _ -> client(_ -> request);
    }

    /** What comes before the homes are asked for once more. */
    private interface Change {
        void happen() throws IOException, SQLException;
    }

    /**
     * Each shop's home once, again and again, when nothing that was kept is believed any more. What happens between the rounds
     * does not count, nor does what a Sendy costs that nobody asks.
     */
    private Load.Reading rounds(String what, Change change) throws Exception {
        var rounds = new ArrayList<Load.Reading>();
        for (var end = System.nanoTime() + settings.seconds() * 1_000_000_000L; System.nanoTime() < end; ) {
            rounds.add(round(what, change));
        }
        return whole(what, rounds);
    }

    private Load.Reading round(String what, Change change) throws Exception {
        change.happen();
        LockSupport.parkNanos(FORGOTTEN_NANOS);
        var next = new AtomicInteger();
        return Load.run(what, 1, settings.connections(), MOST_SECONDS, homes.size(), server::cpu,
                _ -> client(_ -> get(homes.get(next.getAndIncrement()))));
    }

    /** A young JVM spends more on compiling what looks at a home than on looking. */
    private void warmUp() throws Exception {
        for (var looked = 0; looked < settings.number("--warmup"); looked += homes.size()) {
            round(SAME, () -> {});
            round(ANEW, this::changeOneProductOfEach);
        }
    }

    private static Load.Reading whole(String what, List<Load.Reading> rounds) {
        return new Load.Reading(
                what,
                rounds.stream().mapToInt(Load.Reading::requests).sum(),
                1,
                rounds.stream().mapToInt(Load.Reading::errors).sum(),
                rounds.getFirst().firstError(),
                rounds.stream().mapToDouble(Load.Reading::seconds).sum(),
                rounds.stream().mapToDouble(Load.Reading::p50).average().orElse(0),
                rounds.stream().mapToDouble(Load.Reading::p95).average().orElse(0),
                rounds.stream().mapToDouble(Load.Reading::p99).average().orElse(0),
                new Cpu(
                        rounds.stream().mapToDouble(one -> one.cpu().app()).sum(),
                        rounds.stream().mapToDouble(one -> one.cpu().postgres()).sum(),
                        rounds.stream().mapToDouble(one -> one.cpu().client()).sum()));
    }

    /** One of those that each home shows has another price, and each store's feed tells of it, as it does of every change. */
    private void changeOneProductOfEach() throws IOException, SQLException {
        try (var superuser = server.superuser();
                var update = superuser.createStatement()) {
            update.executeUpdate("""
                    with told as (update platform.store_counter set value = value + 1 where name = 'feed')
                    update catalog.product set price = price + 250, sequence = sequence + 1 where sku = 'P-40'
                    """);
        }
    }

    private Load.Client client(IntFunction<byte[]> request) {
        var wire = Bench.opened(() -> new Wire(server.port()));
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

    private Load.Reading load(String what, IntFunction<Load.Client> clients) throws Exception {
        return Load.run(what, 1, settings.connections(), settings.seconds(), MOST, server::cpu, clients);
    }

    /** What an order of three products sends to the database, by each way that it can come. */
    private Map<String, Integer> trips() throws Exception {
        Bench.say("recording what orders send to the database");
        var shop = shops.getFirst();
        var path = homes.getFirst() + "/checkout";
        var trips = new LinkedHashMap<String, Integer>();
        trips.put("by key", told("by key", Recorder.trips(server, 200, number -> Shops.placeThree(shop, number))));
        trips.put("by the form", told("by the form", Recorder.trips(server, 303, number -> form(path, shop, number))));
        return trips;
    }

    private static int told(String what, List<Recorder.Trip> trips) {
        Bench.say("  " + what);
        trips.forEach(trip -> Bench.say("    trip: " + trip.sql().strip().lines().findFirst().orElse("") + " …"));
        return trips.size();
    }

    /** What a browser without scripts sends. */
    private static byte[] form(String path, Shops.Shop shop, long number) {
        var form = new StringBuilder("phone=" + encoded("0772%07d".formatted(number)) + "&name=" + encoded("زينب علي")
                + "&province=BG&area=a1b10358-97d4-5103-a3a0-08c5cf65be8a&address=" + encoded("الكرادة، قرب جامع الزوية")
                + "&website=&do=send");
        var total = 0;
        for (var product : shop.some(Shops.LINES)) {
            form.append("&sku=").append(product.sku()).append("&pieces=1");
            total += Shops.price(product);
        }
        // What the page has shown is what is agreed to; delivery costs nothing here.
        form.append("&shown=").append(total);
        return Wire.request(
                "POST",
                path,
                "Accept: text/html\r\nSec-Fetch-Site: same-origin\r\n",
                "application/x-www-form-urlencoded",
                form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void print(Map<String, Integer> trips) {
        System.out.println(Grid.number(
                "An order of three products takes %d trips by key and %d by the form.",
                trips.get("by key"), trips.get("by the form")));
    }

    private static double cost(Load.Reading reading) {
        return reading.app() + reading.postgres();
    }

    private boolean print(Map<String, Load.Reading> readings, int size) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "per s", "p50 ms", "p95 ms", "p99 ms", "app CPU s/1k", "PG CPU s/1k", "client CPU s/1k", "errors"));
        readings.forEach((what, one) -> rows.add(List.of(
                what,
                Grid.number("%,.0f", one.perSecond()),
                Grid.number("%.1f", one.p50()),
                Grid.number("%.1f", one.p95()),
                Grid.number("%.1f", one.p99()),
                Grid.number("%.3f", one.app()),
                Grid.number("%.3f", one.postgres()),
                Grid.number("%.3f", one.client()),
                Integer.toString(one.errors()))));
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        var share = readings.get(KEPT).perSecond() / readings.get(FILE).perSecond();
        var same = cost(readings.get(SAME));
        var anew = cost(readings.get(ANEW));
        var floor = readings.get(KEPT).app() + readings.get(BARE).postgres() + readings.get(BARE).client();
        System.out.println(Grid.number("""

                A home that is kept is sent %.2f times as often as a file of its size (%,d bytes, packed): at least %.1f. %s
                One of which nothing has changed costs %.3f s of app and PG CPU per 1,000: at most %.1f. %s
                  Of these %.3f s are the floor: to send it as it was kept, and to ask the database for one row.
                One that is made anew since a product has another price costs %.3f s: at most %.1f. %s
                %d stores of %d products, %d connections, %d s each, load %s.""",
                share, size, LEAST_OF_FILE, share >= LEAST_OF_FILE ? "Holds." : "MISSED.",
                same, MOST_CPU_ANEW, same <= MOST_CPU_ANEW ? "Holds." : "MISSED.",
                floor,
                anew, MOST_CPU_ANEW, anew <= MOST_CPU_ANEW ? "Holds." : "MISSED.",
                homes.size(), Shops.PRODUCTS, settings.connections(), settings.seconds(), Grid.load()));
        var errors = readings.values().stream().mapToInt(Load.Reading::errors).sum();
        readings.values().stream()
                .map(Load.Reading::firstError)
                .filter(error -> !error.isEmpty())
                .forEach(Bench::say);
        return errors == 0 && same <= MOST_CPU_ANEW && share >= LEAST_OF_FILE && anew <= MOST_CPU_ANEW;
    }
}
