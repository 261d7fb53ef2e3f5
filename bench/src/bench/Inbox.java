package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries of Meta at a given pace: how soon each is answered, and seen by who watches at this process and another. */
final class Inbox {

    private static final String SECRET = "bench-app-secret";
    private static final int CUSTOMERS = 50;
    private static final int PATIENCE_SECONDS = 30;
    private static final double MOST_ANSWERED_MS = 50;
    private static final double MOST_SEEN_MS = 250;

    private final Settings settings;
    private final Server server;

    Inbox(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    /** When each was sent, or should have been, and when it was answered. */
    private record Offered(long[] from, long[] answered, int errors, double perSecond) {}

    private interface Delivering extends AutoCloseable {

        void once(int index) throws Exception;

        @Override
        void close() throws Exception;
    }

    boolean run() throws Exception {
        var rate = settings.number("--rate");
        var many = rate * settings.seconds();
        var warmup = settings.number("--warmup");
        Bench.say("opening " + settings.stores() + " stores with a channel each, and a second process");
        var shops = Shops.open(server, settings.stores());
        try (var wire = new Wire(server.port())) {
            for (var i = 0; i < shops.size(); i++) {
                connect(wire, shops.get(i), account(i));
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
            await(() -> watchers.stream().allMatch(Watcher::isOpen));
            Bench.say("warming up with " + warmup);
            offer(0, warmup, rate, _ -> deliveries());
            await(() -> missing(there, 0, warmup) == 0 && missing(here, 0, warmup) == 0);
            Bench.say("measuring " + many + " at " + rate + " per second");
            var transactions = transactions();
            var cpu = server.cpu();
            var offered = offer(warmup, many, rate, _ -> deliveries());
            await(() -> missing(there, warmup, many) == 0 && missing(here, warmup, many) == 0);
            var used = server.cpu().since(cpu);
            var perDelivery = (transactions() - transactions) / (double) many;
            for (var watcher : watchers) {
                watcher.close();
            }
            var bare = offer(0, many, rate, _ -> bare());
            return tell(offered, bare, here, there, warmup, trips.size(), perDelivery, used);
        }
    }

    private static String account(int store) {
        return Long.toString(500_000_000_000_100L + store);
    }

    private void connect(Wire wire, Shops.Shop shop, String account) throws IOException {
        Shops.ask(wire, Shops.post(shop, "/social/channels", """
                {"channelType":"WhatsApp","externalAccountId":"%s","displayName":"متجر","accessToken":"EAAG-bench",\
                "appSecret":"%s","aiProviderCode":"sandbox","aiModelCode":"sandbox-1","isAgentEnabled":%s}""".formatted(
                account, SECRET, settings.flags().contains("--agents"))));
    }

    /** A text of one of the store's customers, signed as Meta signs. */
    private static byte[] delivery(int store, int number) {
        var customer = "96477%08d".formatted(number % CUSTOMERS);
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"9647800000001",\
                "phone_number_id":"%s"},"contacts":[{"profile":{"name":"زينب"},"wa_id":"%s"}],\
                "messages":[{"from":"%s","id":"wamid.BENCH%d","timestamp":"%d","type":"text",\
                "text":{"body":"n%d"}}]}}]}]}""".formatted(
                account(store), customer, customer, number, System.currentTimeMillis() / 1_000, number);
        var signed = "X-Hub-Signature-256: sha256=" + signature(body) + "\r\n";
        return Wire.request("POST", "/api/v1/webhooks/social/whatsapp", signed, body);
    }

    private static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Delivering deliveries() {
        var wire = Bench.opened(() -> new Wire(server.port()));
        return new Delivering() {
            @Override
            public void once(int index) throws IOException {
                Shops.ask(wire, delivery(index % settings.stores(), index));
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    /** The floor: the same bytes in one row, committed, and nothing else. */
    private Delivering bare() {
        var connection = Bench.opened(server::superuser);
        var insert = Bench.opened(() -> {
            connection.createStatement().execute(
                    "create table if not exists public.bench_delivery (id bigserial primary key, body bytea not null)");
            return connection.prepareStatement("insert into public.bench_delivery (body) values (?)");
        });
        return new Delivering() {
            @Override
            public void once(int index) throws SQLException {
                insert.setBytes(1, delivery(index % settings.stores(), index));
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** An open load, that does not wait for answers: each is timed from when it should have been sent. */
    private Offered offer(int first, int many, double perSecond, IntFunction<Delivering> delivering) throws Exception {
        var from = new long[many];
        var answered = new long[many];
        var next = new AtomicInteger();
        var errors = new AtomicInteger();
        var began = new long[1];
        var connections = settings.connections();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var clients = new ArrayList<Delivering>();
            for (var i = 0; i < connections; i++) {
                clients.add(delivering.apply(i));
            }
            began[0] = System.nanoTime();
            var running = new ArrayList<Future<?>>();
            for (var client : clients) {
                running.add(threads.submit(() -> {
                    try (client) {
                        for (var index = next.getAndIncrement(); index < many; index = next.getAndIncrement()) {
                            from[index] = began[0] + (long) (index * 1e9 / perSecond);
                            until(from[index]);
                            try {
                                client.once(first + index);
                                answered[index] = System.nanoTime();
                            } catch (IOException | SQLException failed) {
                                errors.incrementAndGet();
                                Bench.say("  " + failed);
                            }
                        }
                    }
                    return true;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return new Offered(from, answered, errors.get(), many / ((System.nanoTime() - began[0]) / 1e9));
    }

    private static void until(long at) {
        for (var left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private interface Waited {
        boolean happened();
    }

    private static void await(Waited waited) {
        var end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!waited.happened() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    private static int missing(AtomicLongArray seen, int first, int many) {
        var missing = 0;
        for (var i = first; i < first + many; i++) {
            missing += seen.get(i) == 0 ? 1 : 0;
        }
        return missing;
    }

    private long transactions() throws IOException, SQLException {
        return Long.parseLong(
                server.asked("select xact_commit from pg_stat_database where datname = current_database()"));
    }

    private boolean tell(
            Offered offered,
            Offered bare,
            AtomicLongArray here,
            AtomicLongArray there,
            int warmup,
            int trips,
            double transactions,
            Cpu used) {
        var many = offered.from().length;
        var answered = millis(offered.from(), offered.answered());
        var atOnce = millis(offered.from(), seen(here, warmup, many));
        var elsewhere = millis(offered.from(), seen(there, warmup, many));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "p50 ms", "p99 ms", "most ms", "measured", "missing"));
        rows.add(row("answered", answered, many));
        rows.add(row("seen at the same process", atOnce, many));
        rows.add(row("seen at another process", elsewhere, many));
        rows.add(row("bare: the same bytes in a row", millis(bare.from(), bare.answered()), many));
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
    private boolean well(Offered offered, double[] answered, double[] atOnce, double[] elsewhere) {
        var many = offered.from().length;
        var whole = offered.errors() == 0 && atOnce.length == many && elsewhere.length == many;
        var soon = at(answered, 0.99) <= MOST_ANSWERED_MS
                && at(atOnce, 0.99) <= MOST_SEEN_MS
                && at(elsewhere, 0.99) <= MOST_SEEN_MS;
        if (!whole || (!soon && !settings.quick())) {
            System.out.println("NOT WELL: at most " + MOST_ANSWERED_MS + " ms to the answer and " + MOST_SEEN_MS
                    + " ms to the stream for 99 of 100, and none may be missing.");
            return false;
        }
        return true;
    }

    private static long[] seen(AtomicLongArray seen, int first, int many) {
        var part = new long[many];
        Arrays.setAll(part, i -> seen.get(first + i));
        return part;
    }

    /** Sorted, without those that did not come. */
    private static double[] millis(long[] from, long[] to) {
        return java.util.stream.IntStream.range(0, from.length)
                .filter(i -> to[i] != 0)
                .mapToDouble(i -> (to[i] - from[i]) / 1e6)
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private static List<String> row(String what, double[] sorted, int many) {
        return List.of(
                what,
                Grid.number("%.1f", at(sorted, 0.5)),
                Grid.number("%.1f", at(sorted, 0.99)),
                Grid.number("%.1f", sorted.length == 0 ? 0 : sorted[sorted.length - 1]),
                Grid.number("%,d", sorted.length),
                Integer.toString(many - sorted.length));
    }
}
