package bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a page of a list costs in a small store, and in the same store when it has grown two hundred times as long. */
final class Lists {

    private static final int SMALL_ORDERS = 10_000;
    private static final int SMALL_PRODUCTS = 1_000;
    private static final int PAGE = 20;
    private static final int MOST = 1_000_000;
    private static final double AIM = 1.5;
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalCount\":(\\d+|null)");

    /** A page, and how many rows the whole list has. */
    private record Seen(String total, Load.Reading reading) {}

    private final Settings settings;
    private final Server server;
    private Shops.Shop shop;
    private Shops.Shop beside;
    private Filling filling;

    Lists(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    boolean run() throws Exception {
        var shops = Shops.open(server, 2);
        shop = shops.get(0);
        beside = shops.get(1);
        filling = new Filling(server, shop.id(), trace(), settings.number("--orders"), Filling.Spread.OF_A_LIST);
        Bench.say("filling two stores with " + SMALL_ORDERS + " orders and " + SMALL_PRODUCTS + " products each");
        new Filling(server, beside.id(), trace(), settings.number("--orders"), Filling.Spread.OF_A_LIST)
                .upTo(SMALL_ORDERS, SMALL_PRODUCTS, settings.number("--minutes") * 60);
        filling.upTo(SMALL_ORDERS, SMALL_PRODUCTS, settings.number("--minutes") * 60);
        warmUp();
        Bench.say("measuring, load " + Grid.load());
        var small = measured();
        Bench.say("filling one of them up to " + settings.number("--orders") + " orders and " + settings.number("--products")
                + " products, in at most " + settings.number("--minutes") + " minutes");
        var began = System.nanoTime();
        filling.upTo(settings.number("--orders"), settings.number("--products"), settings.number("--minutes") * 60);
        Bench.say("  %d orders and %d products, in %d s; the database has %s".formatted(
                filling.orders(), filling.products(), (System.nanoTime() - began) / 1_000_000_000L,
                server.asked("select pg_size_pretty(pg_database_size(current_database()))")));
        Bench.say("measuring, load " + Grid.load());
        var large = measured();
        print(small, large);
        return placesOn() && errors(small) + errors(large) == 0;
    }

    private String trace() throws Exception {
        return trace(server);
    }

    /** The trace of a price as the product writes it. */
    static String trace(Server server) throws Exception {
        try (var wire = new Wire(server.port())) {
            var other = Shops.open(wire, 5_000);
            Shops.ask(wire, Shops.place(other, 1));
            return server.asked("select price_trace from orders.customer_order where store_id = '" + other.id() + "'");
        }
    }

    private Map<String, String> pages() throws Exception {
        var pages = new LinkedHashMap<String, String>();
        var people = filling.people();
        var things = filling.things();
        var phone = filling.phone(filling.orders() / 2);
        pages.put("orders, page one", "/orders");
        pages.put("orders, by cursor near the end", deep("/orders", filling.orders()));
        pages.put("orders, q = part of one name", "/orders?q=" + encoded(people.partOf(people.all().size() / 2)));
        pages.put("orders, q = a first name", "/orders?q=" + encoded(people.first(people.all().size() / 2)));
        pages.put("orders, q = last 4 digits", "/orders?q=" + phone.substring(phone.length() - 4));
        pages.put("orders, q = last 7 digits", "/orders?q=" + phone.substring(phone.length() - 7));
        pages.put("orders, status = Pending", "/orders?status=Pending");
        pages.put("orders, status = Postponed, of which there is none", "/orders?status=Postponed");
        pages.put("orders, status = Delivered", "/orders?status=Delivered");
        pages.put("products, page one", "/catalog/products");
        pages.put("products, by cursor near the end", deep("/catalog/products", filling.products()));
        pages.put("products, q = a SKU", "/catalog/products?q=p-000512");
        pages.put("products, q = part of one name", "/catalog/products?q=" + encoded(things.partOf(things.all().size() / 2)));
        pages.put("products, q = the whole name of one", "/catalog/products?q=" + encoded(things.all().get(512) + " 512"));
        pages.put("inventory, page one", "/catalog/inventory");
        pages.put("inventory, by cursor near the end", deep("/catalog/inventory", filling.products()));
        return pages;
    }

    /** The path of a page near the end: the last but two is asked for by number, once, for its cursor. */
    private String deep(String list, long rows) throws IOException {
        try (var wire = new Wire(server.port())) {
            var page = Shops.ask(wire, Shops.get(shop, list + "?page=" + Math.max(1, rows / PAGE - 2)));
            var cursor = CURSOR.matcher(page);
            if (!cursor.find()) {
                throw new IOException("No cursor in " + page.substring(Math.max(0, page.length() - 300)));
            }
            return list + "?cursor=" + encoded(cursor.group(1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void warmUp() throws Exception {
        Bench.say("warming up");
        for (var round = 0; round < (settings.quick() ? 1 : 3); round++) {
            for (var path : pages().values()) {
                load("warm-up", shop, path, settings.quick() ? 0.3 : 2);
            }
        }
    }

    private Map<String, Seen> measured() throws Exception {
        var seen = new LinkedHashMap<String, Seen>();
        for (var page : pages().entrySet()) {
            // The first calls bring pages into the cache.
            load(page.getKey(), shop, page.getValue(), 0.5);
            seen.put(page.getKey(), new Seen(total(page.getValue()), load(page.getKey(), shop, page.getValue(), settings.seconds())));
        }
        load("", beside, "/orders", 0.5);
        seen.put("(the store beside it, that stays small: orders, page one)",
                new Seen("" + SMALL_ORDERS, load("", beside, "/orders", settings.seconds())));
        return seen;
    }

    private String total(String path) throws IOException {
        try (var wire = new Wire(server.port())) {
            var found = TOTAL.matcher(Shops.ask(wire, Shops.get(shop, path)));
            return found.find() ? found.group(1) : "?";
        }
    }

    private Load.Reading load(String what, Shops.Shop of, String path, double seconds) throws Exception {
        var request = Shops.get(of, path);
        return Load.run(what, 1, settings.connections(), seconds, MOST, server::cpu,
                _ -> Bench.requests(server, _ -> request));
    }

    /** The counters were filled too: the next order has the next number, and is the first of the list. */
    private boolean placesOn() throws IOException {
        try (var wire = new Wire(server.port())) {
            var placed = Shops.ask(wire, Shops.place(shop, 1));
            var next = "\"number\":" + (filling.orders() + 1) + ",";
            var listed = Shops.ask(wire, Shops.list(shop));
            var well = placed.contains(next) && listed.contains(next)
                    && listed.contains("\"totalCount\":" + (filling.orders() + 1));
            if (!well) {
                Bench.say("THE STORE DOES NOT GO ON: " + placed);
            }
            return well;
        }
    }

    private static int errors(Map<String, Seen> seen) {
        return seen.values().stream().mapToInt(one -> one.reading().errors()).sum();
    }

    private void print(Map<String, Seen> small, Map<String, Seen> large) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "rows", "p50 ms", "p99 ms", "CPU s/1k", "PG alone", "rows", "p50 ms", "p99 ms", "CPU s/1k",
                "PG alone", "p50 ratio", "CPU ratio", ""));
        small.forEach((what, before) -> {
            var after = large.get(what);
            var row = new ArrayList<String>();
            row.add(what);
            row.addAll(cells(before));
            row.addAll(cells(after));
            var time = after.reading().p50() / before.reading().p50();
            var cost = cpu(after.reading()) / cpu(before.reading());
            row.add(Grid.number("%.2f", time));
            row.add(Grid.number("%.2f", cost));
            row.add(Math.min(time, cost) > AIM ? "above " + AIM : "");
            rows.add(row);
        });
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        System.out.println(Grid.number("""

                %,d orders and %,d products, then %,d and %,d in the same store; pages of %d, %d connections, %d s each, load %s.
                CPU is Sendy's and PostgreSQL's per 1,000 requests; %d errors.""",
                SMALL_ORDERS, SMALL_PRODUCTS, filling.orders(), filling.products(), PAGE, settings.connections(),
                settings.seconds(), Grid.load(), errors(small) + errors(large)));
    }

    private static List<String> cells(Seen seen) {
        var r = seen.reading();
        return List.of(seen.total(), Grid.number("%.1f", r.p50()), Grid.number("%.1f", r.p99()),
                Grid.number("%.3f", cpu(r)), Grid.number("%.3f", r.postgres()));
    }

    private static double cpu(Load.Reading reading) {
        return reading.app() + reading.postgres();
    }
}
