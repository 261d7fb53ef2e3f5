package iq.sendy.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.World;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Figures that are off are found and mended, whatever is changed meanwhile. */
@Scenario
public class FigureRecountTest {

    @Autowired
    Api api;

    @Autowired
    World.Backstage backstage;

    @Autowired
    FigureRecount recount;

    @Autowired
    FigureRebuild rebuild;

    @Autowired
    Trips trips;

    @Value("${local.management.port}")
    int port;

    private Goods goods;
    private Shop shop;
    private StoreId store;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
        store = new StoreId(UUID.fromString(shop.storeId()));
        goods.sells("ROSE", 10_000, 100_000);
    }

    @Test
    void figures_of_a_store_from_before_are_built_from_its_orders() {
        for (var i = 0; i < 3; i++) {
            delivers(i + 1);
        }
        shop.placesOne();
        forget();
        assertThat(drift()).as("a row of sales and a product, by day").isEqualTo(2);
        assertThat(shop.owner().get(Api.STAFF + "/analytics/summary").data("orders"))
                .isEqualTo("0");

        assertThat(mend()).isEqualTo(2);
        assertThat(mend()).isZero();

        assertThat(Invariants.drifted(backstage.jdbc(), List.of(store.value()))).isEmpty();
        assertThat(shop.owner().get(Api.STAFF + "/analytics/summary").data("revenue"))
                .isEqualTo("60000");
    }

    @Test
    void what_there_is_too_much_of_is_taken_away() {
        delivers(2);
        backstage.jdbc().sql("""
                        insert into analytics.sales_day
                        select store_id, day - 400, source, 'NI', orders, confirmed, handed_over, delivered, refused, returned,
                               cancelled, revenue, cost, discount_total, delivery_fees, cash_due, cash_collected,
                               cash_with_courier
                        from analytics.sales_day where store_id = :store
                        """).param("store", store.value()).update();
        backstage
                .jdbc()
                .sql(
                        "update analytics.sales_day set revenue = revenue - 7 where store_id = :store and province_code = 'BG'")
                .param("store", store.value())
                .update();

        assertThat(drift()).isEqualTo(2);
        assertThat(mend()).isEqualTo(2);
        assertThat(drift()).isZero();
    }

    /** No lock stands between a recount and the changes beside it, and two recounts do not both add what is missing. */
    @Test
    void a_rebuild_beside_running_changes_neither_loses_nor_doubles_one() {
        for (var i = 0; i < 4; i++) {
            delivers(1);
        }
        for (var round = 0; round < 3; round++) {
            forget();
            Shop.atOnce(12, i -> {
                if (i % 3 == 0) {
                    mend();
                } else {
                    delivers(1 + i % 2);
                }
                return i;
            });
            mend();
            assertThat(Invariants.drifted(backstage.jdbc(), List.of(store.value())))
                    .isEmpty();
        }
    }

    @Test
    void days_move_with_the_stores_zone() {
        var order = shop.placesOne();
        // 22:30 in Baghdad is the next day in Tokyo, and was told before by nobody.
        backstage
                .jdbc()
                .sql("update orders.customer_order set created_at = '2026-05-03T19:30:00Z' where store_id = :store")
                .param("store", store.value())
                .update();
        assertThat(order).isNotNull();
        mend();
        assertThat(days()).containsExactly("2026-05-03");

        Goods.well(shop.owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object()
                                .put("currencyCode", "IQD")
                                .put("timezone", "Asia/Tokyo")
                                .put("industry", "flowers")
                                .put("countryCode", "IQ")
                                .put("language", "ar")));
        mend();
        assertThat(days()).containsExactly("2026-05-04");
        // One that PostgreSQL does not know, four hours behind UTC.
        Goods.well(shop.owner().put(Api.STAFF + "/settings", Api.object().put("timezone", "SystemV/AST4")));
        mend();
        assertThat(days()).containsExactly("2026-05-03");
        assertThat(shop.places(Shop.order()).status()).isEqualTo(200);
        assertThat(drift()).isZero();
        Goods.well(shop.owner().put(Api.STAFF + "/settings", Api.object().put("timezone", "Asia/Baghdad")));
        mend();
    }

    @Test
    void operators_see_what_is_off_and_have_it_rebuilt() {
        delivers(1);
        forget();
        var management = Api.at("http://127.0.0.1:" + port);

        var seen = management.get("/actuator/analytics/" + store);
        assertThat(seen.text()).isEqualTo("{\"store\":\"" + store + "\",\"driftedRows\":2}");
        assertThat(management.get("/actuator/analytics/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(management.post("/actuator/analytics/" + store, Api.object()).status())
                .as("without the token")
                .isEqualTo(401);
        CurrentTenant.in(store, () -> {
            rebuild.request(store);
            return store;
        });
        assertThat(shop.owner().get(Api.STAFF + "/audit-log").text()).contains("figures.rebuild_requested");
        mend();
    }

    /** Background work has nested loops alone: a week of four thousand sales, each compared with each, would never be counted. */
    @Test
    void a_recount_looks_up_what_belongs_to_an_order_whatever_joins_there_are() {
        delivers(1);
        var management = Api.at("http://127.0.0.1:" + port);
        var recounts = trips.during(() -> management.get("/actuator/analytics/" + store)).stream()
                .flatMap(trip -> Stream.of(trip.split(";")))
                .filter(statement -> statement.contains("recounted"))
                .toList();

        assertThat(recounts)
                .hasSize(2)
                .allSatisfy(statement ->
                        assertThat(plan(statement)).noneMatch(line -> line.matches(".*Join Filter: .*order_id = .*")));
    }

    /** How background work would run a statement for any parameters. */
    private List<String> plan(String statement) {
        var session = new SingleConnectionDataSource(backstage.url() + "&preferQueryMode=simple", true);
        try {
            var jdbc = JdbcClient.create(session);
            jdbc.sql("set enable_seqscan = off").update();
            jdbc.sql("set enable_hashjoin = off").update();
            jdbc.sql("set enable_mergejoin = off").update();
            var place = new AtomicInteger();
            var numbered = Pattern.compile("\\?").matcher(statement).replaceAll(_ -> "\\$" + place.incrementAndGet());
            return jdbc.sql("explain (generic_plan) " + numbered)
                    .query((row, _) -> row.getString(1))
                    .list();
        } finally {
            session.destroy();
        }
    }

    private void delivers(int pieces) {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", pieces);
        var id = Goods.well(shop.places(order)).data("id");
        for (var status : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
            Goods.well(shop.moves(id, status));
        }
    }

    /** As of a store that was there before anybody kept figures. */
    private void forget() {
        for (var table : List.of("sales_day", "product_period")) {
            backstage
                    .jdbc()
                    .sql("delete from analytics." + table + " where store_id = :store")
                    .param("store", store.value())
                    .update();
        }
    }

    private List<String> days() {
        return backstage
                .jdbc()
                .sql("select day::text from analytics.sales_day where store_id = :store and orders <> 0 order by day")
                .param("store", store.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long drift() {
        return CurrentTenant.in(
                store,
                () -> recount.weeks(store).stream()
                        .mapToLong(days -> recount.drift(store, days))
                        .sum());
    }

    private long mend() {
        return CurrentTenant.in(
                store,
                () -> recount.weeks(store).stream()
                        .mapToLong(days -> recount.mend(store, days))
                        .sum());
    }
}
