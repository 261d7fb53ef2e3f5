package iq.sendy.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of a store: what each step of an order adds to them, and that they are those of the orders. */
@Scenario
public class AnalyticsTest {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final String ANALYTICS = Api.KEYS + "/analytics";
    private static final List<String> TO_THE_DOOR = List.of("Confirmed", "InTransit", "OutForDelivery");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    World.Backstage backstage;

    Goods goods;
    Shop shop;
    Api key;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
        key = api.withKey(shop.mints("analytics:read"));
    }

    /** Whatever a test did: the figures are those of a plain recount. */
    @AfterEach
    void nothingDrifts() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(shop.storeId()));
        clock.reset();
    }

    @Test
    void an_order_counts_from_its_first_step_to_its_last() {
        var order = shop.placesOne();
        assertThat(counts()).isEqualTo("orders 1");
        assertThat(summary().get("cashDue").longValue()).isEqualTo(25_000);
        assertThat(summary().get("deliveryRate").isNull()).isTrue();
        assertThat(summary().get("averageOrderValue").isNull()).isTrue();
        moves(order, "Confirmed");
        assertThat(counts()).isEqualTo("orders 1, confirmed 1");
        moves(order, "InTransit");
        assertThat(counts()).isEqualTo("orders 1, confirmed 1, handedOver 1");
        moves(order, "OutForDelivery", "Delivered");

        var delivered = summary();
        assertThat(counts()).isEqualTo("orders 1, confirmed 1, handedOver 1, delivered 1");
        assertThat(key.get(ANALYTICS + "/summary").text())
                .as("four decimals")
                .contains("\"deliveryRate\":1.0000,\"refusalRate\":0.0000,");
        assertThat(delivered.get("revenue").longValue()).isEqualTo(25_000);
        assertThat(delivered.get("profit").longValue()).isEqualTo(25_000);
        assertThat(delivered.get("averageOrderValue").longValue()).isEqualTo(25_000);
        assertThat(delivered.get("cashDue").longValue()).isZero();
        assertThat(delivered.get("cashCollected").longValue()).isEqualTo(25_000);
        assertThat(delivered.get("cashWithCourier").longValue()).isEqualTo(25_000);
    }

    @Test
    void rates_are_of_what_was_handed_over() {
        for (var i = 0; i < 4; i++) {
            var order = shop.placesOne();
            moves(order, "Confirmed", "InTransit");
            if (i > 0) {
                moves(order, "OutForDelivery", i == 1 ? "Refused" : "Delivered");
            }
        }
        moves(shop.placesOne(), "Cancelled");
        moves(shop.placesOne(), "Confirmed", "Cancelled");

        assertThat(counts())
                .as("one that was confirmed and then cancelled was confirmed")
                .isEqualTo("orders 6, confirmed 5, handedOver 4, delivered 2, refused 1, cancelled 2");
        assertThat(summary().get("deliveryRate").toString()).isEqualTo("0.5");
        assertThat(summary().get("refusalRate").toString()).isEqualTo("0.25");
        assertThat(summary().get("returnRate").toString()).isEqualTo("0.0");
    }

    @Test
    void what_was_refused_stays_refused_when_it_is_back() {
        var order = shop.placesOne();
        moves(order, "Confirmed", "InTransit", "Refused", "Returning", "Returned");

        assertThat(counts()).isEqualTo("orders 1, confirmed 1, handedOver 1, refused 1");
        assertThat(summary().get("revenue").longValue()).isZero();
        assertThat(summary().get("cashCollected").longValue()).isZero();
    }

    @Test
    void a_completed_return_takes_its_refund_from_the_day_of_the_order() {
        goods.sells("ROSE", 10_000, 5);
        var order = delivered(basket("ROSE", 3).put("deliveryFee", 4_000));
        var line = shop.key().get(Api.KEYS + "/orders/" + order).data("items.0.id");
        completes(order, piece(line, 1));

        assertThat(counts()).isEqualTo("orders 1, confirmed 1, handedOver 1, delivered 1");
        assertThat(summary().get("revenue").longValue()).isEqualTo(20_000);
        assertThat(summary().get("deliveryFees").longValue()).isEqualTo(4_000);
        assertThat(summary().get("cashCollected").longValue()).isEqualTo(24_000);
        completes(order, piece(line, 2));

        assertThat(counts()).isEqualTo("orders 1, confirmed 1, handedOver 1, delivered 1, returned 1");
        assertThat(summary().get("returnRate").toString()).isEqualTo("1.0");
        assertThat(summary().get("revenue").longValue()).isZero();
        assertThat(summary().get("cashCollected").longValue()).isEqualTo(4_000);
        assertThat(summary().get("cashWithCourier").longValue()).isZero();
        var rose = products().get("items").get(0);
        assertThat(rose.get("quantity").longValue()).isEqualTo(3);
        assertThat(rose.get("returnedQuantity").longValue()).isEqualTo(3);
        assertThat(rose.get("revenue").longValue()).isZero();
    }

    @Test
    void other_items_change_what_is_due() {
        goods.sells("ROSE", 10_000, 5);
        var order = Goods.well(shop.places(basket("ROSE", 1))).data("id");
        Goods.well(shop.key().put(Api.KEYS + "/orders/" + order + "/items", items("ROSE", 3)));
        Goods.well(
                shop.key().put(Api.KEYS + "/orders/" + order, basket("ROSE", 3).put("customerAddress", "زيونة")));

        assertThat(summary().get("cashDue").longValue()).isEqualTo(30_000);
        assertThat(counts()).isEqualTo("orders 1");
    }

    @Test
    void cards_are_no_cash_and_a_pickup_was_never_with_a_courier() {
        delivered(Shop.order().put("paymentMethod", "Card"));
        var pickup = Goods.well(shop.places(Shop.order().put("deliveryMode", "Pickup")))
                .data("id");
        moves(pickup, "Confirmed", "Delivered");

        assertThat(summary().get("revenue").longValue()).isEqualTo(50_000);
        assertThat(summary().get("cashCollected").longValue()).isEqualTo(25_000);
        assertThat(summary().get("cashWithCourier").longValue()).isZero();
    }

    @Test
    void sales_have_an_item_for_each_period_and_a_part_for_each_source() {
        var today = LocalDate.ofInstant(clock.instant(), BAGHDAD);
        shop.placesOne();
        Goods.well(shop.owner().post(Api.STAFF + "/orders", Shop.order()));

        var days = sales("?from=" + today.minusDays(2) + "&to=" + today.plusDays(1));
        assertThat(days.get("groupBy").stringValue()).isEqualTo("day");
        assertThat(column(days, "from")).containsExactly(today.minusDays(2) + "", today.minusDays(1) + "", today + "");
        assertThat(column(days, "orders")).containsExactly("0", "0", "2");
        assertThat(days.at("/items/2/bySource/Api/orders").longValue()).isEqualTo(1);
        assertThat(days.at("/items/2/bySource/Dashboard/revenue").longValue()).isZero();
        assertThat(days.at("/items/0/bySource")).isEmpty();
        assertThat(sales("").get("items")).as("the last thirty days").hasSize(30);
    }

    @Test
    void weeks_begin_on_saturday_and_a_cut_period_says_from_when_it_counts() {
        assertThat(column(sales("?from=2026-02-25&to=2026-03-12&groupBy=week"), "from"))
                .containsExactly("2026-02-25", "2026-02-28", "2026-03-07");
        assertThat(column(sales("?from=2026-02-25&to=2026-04-01&groupBy=MONTH"), "from"))
                .containsExactly("2026-02-25", "2026-03-01");
        assertThat(sales("?from=2025-01-01&to=2026-02-05").get("items")).hasSize(400);
    }

    @Test
    void a_day_is_the_stores_own() {
        var midnight = LocalDate.ofInstant(clock.instant(), BAGHDAD).plusDays(3).atTime(LocalTime.MIDNIGHT);
        clock.advance(Duration.between(
                clock.instant(), midnight.atZone(BAGHDAD).toInstant().minusSeconds(60)));
        shop.placesOne();
        clock.advance(Duration.ofMinutes(2));
        var late = shop.placesOne();
        clock.advance(Duration.ofDays(2));
        moves(late, "Confirmed", "InTransit", "OutForDelivery", "Delivered");

        var first = midnight.toLocalDate();
        var days = sales("?from=" + first.minusDays(1) + "&to=" + first.plusDays(3));
        assertThat(column(days, "orders")).containsExactly("1", "1", "0", "0");
        assertThat(column(days, "delivered"))
                .as("what was delivered later counts with its order")
                .containsExactly("0", "1", "0", "0");
    }

    @Test
    void products_and_governorates_are_told_apart() {
        goods.sells("ROSE", 10_000, 50);
        goods.sells("VASE", 50_000, 50);
        delivered(basket("ROSE", 3));
        delivered(basket("VASE", 1));
        shop.places(basket("VASE", 1));
        delivered(Shop.order());

        var found = products();
        assertThat(column(found, "sku")).containsExactly("VASE", "ROSE");
        assertThat(column(found, "revenue")).containsExactly("50000", "30000");
        assertThat(column(found, "profit")).containsExactly("50000", "30000");
        assertThat(column(found, "quantity")).containsExactly("1", "3");
        var baghdad = found.get("byProvince").get(0);
        assertThat(baghdad.get("provinceCode").stringValue()).isEqualTo("BG");
        assertThat(baghdad.get("orders").longValue()).isEqualTo(4);
        assertThat(baghdad.get("deliveryRate").toString()).isEqualTo("1.0");
        assertThat(baghdad.get("profit").longValue()).isEqualTo(105_000);
    }

    /** Two thirds of the revenue carry two thirds of what was spent, and the parts add up to the dinar. */
    @Test
    void profit_is_after_what_goods_cost_and_what_else_was_spent() {
        goods.saves(
                Goods.product("ROSE").put("price", 10_000).put("cost", 6_000).put("initialQuantity", 50));
        goods.saves(Goods.product("VASE").put("price", 20_000).put("initialQuantity", 50));
        var order = delivered(basket("ROSE", 3));
        delivered(basket("VASE", 1));
        goods.saves(Goods.product("ROSE").put("cost", 9_000));
        var today = LocalDate.ofInstant(clock.instant(), BAGHDAD);
        var finance = api.withKey(shop.mints("finance:read", "finance:write"));
        for (var day : List.of(today, today.minusDays(40))) {
            Goods.well(finance.post(
                    Api.KEYS + "/expenses",
                    Api.object()
                            .put("name", "إيجار")
                            .put("amount", 1_001)
                            .put("expenseType", "Fixed")
                            .put("category", "إيجار")
                            .put("expenseDate", day.toString())));
        }
        assertThat(summary().get("cost").longValue()).as("as it was frozen").isEqualTo(18_000);
        assertThat(summary().get("expenses").longValue()).isEqualTo(1_001);
        assertThat(summary().get("profit").longValue()).isEqualTo(50_000 - 18_000 - 1_001);
        assertThat(column(products(), "cost")).containsExactly("18000", "0");
        assertThat(column(products(), "profit")).containsExactly("11400", "19599");
        assertThat(products().at("/byProvince/0/profit").longValue()).isEqualTo(30_999);
        var days = sales("?from=" + today + "&to=" + today.plusDays(1));
        assertThat(column(days, "profit")).containsExactly("30999");

        var line = shop.key().get(Api.KEYS + "/orders/" + order).data("items.0.id");
        var request = Goods.well(shop.key().post(Api.KEYS + "/orders/" + order + "/return-request", piece(line, 3)))
                .data("id");
        Goods.well(shop.key().post(Api.KEYS + "/return-requests/" + request + "/approve", Api.object()));
        var came = Api.object();
        came.putArray("items")
                .addObject()
                .put("orderItemId", line)
                .put("restock", 2)
                .put("damaged", 1);
        Goods.well(shop.key().post(Api.KEYS + "/return-requests/" + request + "/complete", came));
        assertThat(summary().get("cost").longValue())
                .as("a damaged piece is paid for")
                .isEqualTo(6_000);
        assertThat(summary().get("revenue").longValue()).isEqualTo(20_000);
    }

    /** The month is read as such where it is whole, and day by day where it is not. */
    @Test
    void a_product_is_found_in_any_period_that_holds_its_day() {
        goods.sells("ROSE", 10_000, 50);
        delivered(basket("ROSE", 1));
        var today = LocalDate.ofInstant(clock.instant(), BAGHDAD);
        var month = today.withDayOfMonth(1);

        for (var from : List.of(today, month, month.minusDays(3), month.minusMonths(2))) {
            for (var to : List.of(
                    today.plusDays(1), month.plusMonths(1), month.plusMonths(2).plusDays(4))) {
                assertThat(products("?from=" + from + "&to=" + to).get("items")).hasSize(1);
            }
        }
        assertThat(products("?from=" + month.minusMonths(3) + "&to=" + today).get("items"))
                .isEmpty();
        assertThat(products("?from=" + today.plusDays(1) + "&to=" + month.plusMonths(3))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void what_waits_is_counted_as_it_is_now() {
        shop.placesOne();
        moves(shop.placesOne(), "Confirmed");
        goods.sells("ROSE", 10_000, 5);
        goods.sells("VASE", 10_000, 6);
        goods.saves(Goods.product("CARD").put("price", 1_000));
        var order = delivered(basket("VASE", 1));
        Goods.well(shop.key().post(Api.KEYS + "/orders/" + order + "/return-request", Api.object()));

        assertThat(summary().get("todo").toString())
                .isEqualTo("{\"toConfirm\":1,\"toPack\":1,\"lowStock\":2,\"openReturns\":1,\"openConversations\":0}");
    }

    @Test
    void sales_and_products_are_sheets_too() {
        goods.sells("=ROSE", 10_000, 5);
        delivered(basket("=ROSE", 2));
        var today = LocalDate.ofInstant(clock.instant(), BAGHDAD);
        var period = "from=" + today + "&to=" + today.plusDays(1);

        var sales = key.get(ANALYTICS + "/sales?format=csv&" + period);
        assertThat(sales.header("Content-Disposition")).isEqualTo("attachment; filename=\"sales.csv\"");
        assertThat(sales.header("Content-Type")).startsWith("text/csv");
        assertThat(sales.text())
                .isEqualTo("\uFEFFfrom,orders,revenue,delivered,refused,returned,profit,ordersApi,revenueApi,"
                        + "ordersDashboard,revenueDashboard,ordersStorefront,revenueStorefront,ordersPos,revenuePos,"
                        + "ordersSocial,revenueSocial\r\n\"" + today
                        + "\",1,20000,1,0,0,20000,1,20000,0,0,0,0,0,0,0,0\r\n");
        var products = key.get(ANALYTICS + "/products?format=CSV&" + period);
        assertThat(products.text())
                .startsWith("\uFEFFproductId,sku,name,quantity,revenue,cost,profit,returnedQuantity\r\n")
                .contains("\"'=ROSE\"")
                .endsWith(",2,20000,0,20000,0\r\n");
        var workbook = key.get(ANALYTICS + "/products?format=xlsx");
        assertThat(workbook.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(workbook.bytes()).startsWith('P', 'K');
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday&to=2026-13-01&groupBy=year&format=pdf, format filter.invalid|from filter.invalid|groupBy filter.invalid|to filter.invalid",
        "from=2026-03-01&to=2026-03-01, from range.invalid",
        "from=2026-03-02&to=2026-03-01, from range.invalid",
        "from=2025-01-01&to=2026-02-06, from range.invalid",
        "from=1900-01-01, from range.invalid",
        "from=9999-12-31, from range.invalid",
        "from=2026-03-01T00:00:00Z, from filter.invalid",
        "from=2026-03-01&from=2026-03-02, from filter.invalid"
    })
    void a_period_that_is_none_is_refused(String query, String faults) {
        var refused = key.get(ANALYTICS + "/sales?" + query);

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(String.join("|", refused.faults())).isEqualTo(faults);
    }

    @Test
    void the_ends_of_time_are_empty_periods() {
        for (var query : List.of(
                "to=1900-01-01",
                "from=1900-01-01&to=1900-01-02",
                "from=9998-12-31&to=9999-12-31",
                "from=٢٠٢٦-٠٣-٠١&to=٢٠٢٦-٠٣-٠٢")) {
            for (var answer : List.of("summary", "sales", "products")) {
                var found = key.get(ANALYTICS + "/" + answer + "?"
                        + query.replace("٢٠٢٦-٠٣-٠١", Goods.encoded("٢٠٢٦-٠٣-٠١"))
                                .replace("٢٠٢٦-٠٣-٠٢", Goods.encoded("٢٠٢٦-٠٣-٠٢")));
                assertThat(found.status()).as(found::toString).isEqualTo(200);
            }
        }
    }

    @Test
    void nobody_sees_the_figures_of_another_store() {
        goods.sells("ROSE", 10_000, 5);
        delivered(basket("ROSE", 1));
        var other = Shop.opens(api);

        var theirs = other.owner().get(Api.STAFF + "/analytics/summary");
        assertThat(theirs.data("orders")).isEqualTo("0");
        assertThat(other.owner().get(Api.STAFF + "/analytics/products").data().get("items"))
                .isEmpty();
        assertThat(other.key().get(ANALYTICS + "/summary").faults()).containsExactly("scope.missing");
        assertThat(shop.owner().get(Api.STAFF + "/analytics/summary").data("orders"))
                .isEqualTo("1");
    }

    @Test
    void what_happens_at_once_adds_up() {
        goods.sells("ROSE", 10_000, 1_000);
        goods.sells("VASE", 20_000, 1_000);
        var orders = Shop.atOnce(
                16,
                i -> Goods.well(shop.places(basket(i % 2 == 0 ? "ROSE" : "VASE", 1 + i % 3)))
                        .data("id"));
        Shop.atOnce(16, i -> {
            moves(orders.get(i), "Confirmed", "InTransit", "OutForDelivery", i % 4 == 0 ? "Refused" : "Delivered");
            return i;
        });

        assertThat(counts()).isEqualTo("orders 16, confirmed 16, handedOver 16, delivered 12, refused 4");
    }

    @Test
    void rows_of_a_bulk_count_each() {
        var body = Api.object();
        var rows = body.putArray("orders");
        rows.add(Shop.order());
        rows.add(Shop.order().put("customerPhone", "911"));
        rows.add(Shop.order().put("orderValue", 5_000));
        Goods.well(shop.key().post(Api.KEYS + "/orders/bulk", body));
        body.put("mode", "atomic");
        shop.key().post(Api.KEYS + "/orders/bulk", body);

        assertThat(counts()).isEqualTo("orders 2");
        assertThat(summary().get("cashDue").longValue()).isEqualTo(30_000);
    }

    private String counts() {
        var summary = summary();
        var said = new StringBuilder();
        for (var name : List.of("orders", "confirmed", "handedOver", "delivered", "refused", "returned", "cancelled")) {
            if (summary.get(name).longValue() != 0) {
                said.append(said.isEmpty() ? "" : ", ").append(name).append(' ').append(summary.get(name));
            }
        }
        return said.toString();
    }

    private JsonNode summary() {
        return Goods.well(key.get(ANALYTICS + "/summary")).data();
    }

    private JsonNode sales(String query) {
        return Goods.well(key.get(ANALYTICS + "/sales" + query)).data();
    }

    private JsonNode products() {
        return products("");
    }

    private JsonNode products(String query) {
        return Goods.well(key.get(ANALYTICS + "/products" + query)).data();
    }

    private static List<String> column(JsonNode data, String member) {
        return data.get("items")
                .valueStream()
                .map(item -> item.get(member).asString(item.get(member).toString()))
                .toList();
    }

    private String delivered(ObjectNode body) {
        var order = Goods.well(shop.places(body)).data("id");
        TO_THE_DOOR.forEach(status -> moves(order, status));
        moves(order, "Delivered");
        return order;
    }

    private void moves(String order, String... statuses) {
        for (var status : statuses) {
            Goods.well(shop.moves(order, status));
        }
    }

    private void completes(String order, ObjectNode asked) {
        var request = Goods.well(shop.key().post(Api.KEYS + "/orders/" + order + "/return-request", asked))
                .data("id");
        for (var step : List.of("approve", "complete")) {
            Goods.well(shop.key().post(Api.KEYS + "/return-requests/" + request + "/" + step, Api.object()));
        }
    }

    private static ObjectNode piece(String line, int quantity) {
        var asked = Api.object();
        asked.putArray("items").addObject().put("orderItemId", line).put("quantity", quantity);
        return asked;
    }

    private static ObjectNode items(String sku, int quantity) {
        var body = Api.object();
        body.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return body;
    }

    private static ObjectNode basket(String sku, int quantity) {
        var order = Shop.order();
        order.remove("orderValue");
        order.setAll(items(sku, quantity));
        return order;
    }
}
