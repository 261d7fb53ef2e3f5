package bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What the figures of a store cost to build, to look at, and to be held against a recount. */
final class Analytics {

    private static final double MOST_MILLIS = 100;
    private static final int REBUILD_SECONDS = 1_800;

    private final Settings settings;
    private final Server server;
    private Shops.Shop shop;

    Analytics(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    boolean run() throws Exception {
        shop = Shops.open(server, 1).getFirst();
        var filling = new Filling(
                server, shop.id(), Lists.trace(server), settings.number("--orders"), Filling.Spread.OF_A_REPORT);
        Bench.say("filling a store with " + settings.number("--orders") + " orders of " + settings.number("--products")
                + " products");
        filling.upTo(settings.number("--orders"), settings.number("--products"), settings.number("--minutes") * 60);
        var built = rebuilt();
        Bench.say("  its figures are built in " + built + " s");
        server.told("vacuum (analyze) analytics.sales_day, analytics.product_period");
        var again = rebuilt();
        for (var path : pages().values()) {
            load("warm-up", path, settings.quick() ? 0.3 : 3);
        }
        Bench.say("measuring, load " + Grid.load());
        var readings = new LinkedHashMap<String, Load.Reading>();
        for (var page : pages().entrySet()) {
            readings.put(page.getKey(), load(page.getKey(), page.getValue(), settings.seconds()));
        }
        print(readings, filling, built, again);
        return readings.values().stream().allMatch(one -> one.errors() == 0 && one.p95() < MOST_MILLIS);
    }

    /** Has a job hold the figures against the orders and mend them, and answers in how many seconds it did. */
    private long rebuilt() throws Exception {
        var began = System.nanoTime();
        server.told("""
                insert into jobs.job (store_id, id, kind, lane, due_at)
                values ('%1$s', gen_random_uuid(), 'analytics.rebuild', '2f17f1b3-af7d-3e50-80e0-2860e86ccf63', now());
                insert into jobs.store_due as d (store_id, due_at) values ('%1$s', now())
                on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                """.formatted(shop.id()));
        for (var i = 0; i < REBUILD_SECONDS * 20; i++) {
            if (server.asked("select count(*) from jobs.job where store_id = '" + shop.id() + "'").equals("0")) {
                return Math.round((System.nanoTime() - began) / 1e9);
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new IOException("The figures are not built:\n" + server.written());
    }

    private static Map<String, String> pages() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Baghdad")).plusDays(1);
        var longest = "from=" + tomorrow.minusDays(400) + "&to=" + tomorrow;
        var pages = new LinkedHashMap<String, String>();
        pages.put("summary, 30 days", "/analytics/summary");
        pages.put("summary, 400 days", "/analytics/summary?" + longest);
        pages.put("sales by day, 30 days", "/analytics/sales");
        pages.put("sales by day, 400 days", "/analytics/sales?" + longest);
        pages.put("sales by week, 400 days", "/analytics/sales?groupBy=week&" + longest);
        pages.put("sales by month, 400 days", "/analytics/sales?groupBy=month&" + longest);
        pages.put("products, 30 days", "/analytics/products");
        pages.put("products, 400 days", "/analytics/products?" + longest);
        return pages;
    }

    private Load.Reading load(String what, String path, double seconds) throws Exception {
        return Load.run(
                what,
                1,
                settings.connections(),
                seconds,
                1_000_000,
                server::cpu,
                _ -> Bench.requests(server, _ -> Shops.get(shop, path)));
    }

    private void print(Map<String, Load.Reading> readings, Filling filling, long built, long again) throws Exception {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "p50 ms", "p95 ms", "p99 ms", "CPU s/1k", "PG alone", "errors", ""));
        readings.forEach((what, one) -> rows.add(List.of(
                what,
                Grid.number("%.1f", one.p50()),
                Grid.number("%.1f", one.p95()),
                Grid.number("%.1f", one.p99()),
                Grid.number("%.3f", one.app() + one.postgres()),
                Grid.number("%.3f", one.postgres()),
                Integer.toString(one.errors()),
                one.p95() < MOST_MILLIS ? "" : "above " + MOST_MILLIS)));
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        System.out.println(Grid.number("""

                %,d orders of 399 days, %,d products; %s rows of sales and %s of products; built from the orders in %d s, held
                against them again in %d s. %d connections, %d s each, load %s.""",
                filling.orders(), filling.products(),
                server.asked("select count(*) from analytics.sales_day"),
                server.asked("select count(*) from analytics.product_period"),
                built, again, settings.connections(), settings.seconds(), Grid.load()));
    }
}
