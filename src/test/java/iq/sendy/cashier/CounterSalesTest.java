package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that are sales at the counter: contract sections 3 and 8. */
@Scenario
class CounterSalesTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private String session;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
        counter.goods().sells("ROSE", 1_100, 50);
        counter.goods().sells("VASE", 12_000, 5);
        session = counter.session("Front", 10_000);
    }

    @AfterEach
    void all_adds_up() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    @Test
    void a_sale_is_born_delivered_and_collected_and_needs_no_address() {
        var sold = well(counter.sells(session, Counter.sale("ROSE", 3)));

        assertThat(sold.data("status")).isEqualTo("Delivered");
        assertThat(sold.data("source")).isEqualTo("Pos");
        assertThat(sold.data("payment.status")).isEqualTo("Collected");
        assertThat(sold.data("payment.method")).isEqualTo("Cash");
        assertThat(sold.data("payment.amountCollected")).isEqualTo("3300");
        assertThat(sold.data("payment.amountDue")).isEqualTo("0");
        assertThat(sold.data("deliveryMode")).isEqualTo("Pickup");
        assertThat(sold.data("deliveryFee")).isEqualTo("0");
        assertThat(sold.data("cashierSessionId")).isEqualTo(session);
        assertThat(sold.data("duplicateSale")).isEqualTo("false");
        assertThat(sold.data().get("customerName").isNull()).isTrue();
        assertThat(sold.data("timeline.0.type")).isEqualTo("created");
        assertThat(sold.data("timeline.0.status")).isEqualTo("Delivered");
        var read = well(counter.get("/orders/" + sold.data("id")));
        assertThat(read.data("timeline")).isEqualTo(sold.data("timeline"));
        for (var field : List.of("cashTendered", "change", "cashRounding", "cashierSessionId", "payment", "items")) {
            assertThat(read.data(field)).as(field).isEqualTo(sold.data(field));
        }
        assertThat(well(counter.get("/orders?status=Delivered&source=Pos")).data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void stock_leaves_at_once() {
        var sold = well(counter.sells(session, Counter.sale("VASE", 2))).data("id");

        var row = counter.goods().row("VASE");
        var listed = well(counter.goods().get("/catalog/inventory?sku=VASE"));
        assertThat(listed.data("items.0.quantityOnHand")).isEqualTo("3");
        assertThat(listed.data("items.0.quantityReserved")).isEqualTo("0");
        var movement = well(counter.goods().get("/catalog/inventory/" + row + "/movements"));
        assertThat(movement.data("items.0.type")).isEqualTo("Sale");
        assertThat(movement.data("items.0.quantity")).isEqualTo("-2");
        assertThat(movement.data("items.0.orderId")).isEqualTo(sold);
        var refused = counter.sells(session, Counter.sale("VASE", 4));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("items[0].quantity stock.insufficient");
        assertThat(counter.expected(session)).isEqualTo(10_000 + 24_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # pieces | tendered | change | rounding
            1        |          | 0      | -100
            1        | 1000     | 0      | -100
            1        | 5000     | 4000   | -100
            2        | 2500     | 250    | 50
            3        | 3250     | 0      | -50
            """)
    void cash_is_rounded_to_the_nearest_step_and_the_rounding_booked_apart(
            long pieces, Long tendered, String change, String rounding) {
        var sale = Counter.sale("ROSE", pieces);
        if (tendered != null) {
            sale.put("cashTendered", tendered);
        }
        var sold = well(counter.sells(session, sale));

        assertThat(sold.data("total")).isEqualTo(Long.toString(pieces * 1_100));
        assertThat(sold.data("change")).isEqualTo(change);
        assertThat(sold.data("cashRounding")).isEqualTo(rounding);
        assertThat(counter.expected(session)).isEqualTo(10_000 + pieces * 1_100 + Long.parseLong(rounding));
    }

    @Test
    void less_than_the_rounded_total_is_refused_and_nothing_is_stored() {
        var refused = counter.sells(session, Counter.sale("ROSE", 2).put("cashTendered", 2_249));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("cashTendered field.out_of_range");
        assertThat(well(counter.get("/orders")).data("totalCount")).isEqualTo("0");
        assertThat(counter.expected(session)).isEqualTo(10_000);
    }

    @Test
    void other_ways_to_pay_are_not_rounded_and_stay_out_of_the_drawer() {
        for (var method : List.of("Card", "BankTransfer", "Wallet")) {
            var sold = well(counter.sells(session, Counter.sale("ROSE", 1).put("paymentMethod", method)));
            assertThat(sold.data("cashRounding")).isEqualTo("0");
            assertThat(sold.data().get("change").isNull()).isTrue();
        }

        var shown = counter.shows(session);
        assertThat(shown.data("expectedCash")).isEqualTo("10000");
        assertThat(shown.data("totals.Card")).isEqualTo("1100");
        assertThat(shown.data("totals.Wallet")).isEqualTo("1100");
        assertThat(shown.data("totals.Cash")).isEqualTo("0");
        assertThat(shown.data("salesCount")).isEqualTo("3");
    }

    @Test
    void a_sale_that_names_no_way_to_pay_or_pays_on_delivery_is_paid_in_cash() {
        var sale = Counter.sale("ROSE", 1);
        sale.remove("paymentMethod");
        assertThat(well(counter.sells(session, sale)).data("payment.method")).isEqualTo("Cash");
        sale.put("paymentMethod", "CashOnDelivery");
        assertThat(well(counter.sells(session, sale)).data("payment.method")).isEqualTo("Cash");
        assertThat(counter.expected(session)).isEqualTo(12_000);
    }

    @Test
    void whoever_has_a_session_open_sells_without_naming_it_and_nobody_else_does() {
        var sold = well(counter.post("/orders", Counter.sale("ROSE", 1)));
        assertThat(sold.data("cashierSessionId")).isEqualTo(session);
        assertThat(well(counter.post("/orders", Shop.order().put("orderValue", 250)))
                        .data("source"))
                .isEqualTo("Pos");

        var other = Counter.of(counter.goods());
        assertThat(other.post("/orders", Counter.sale("ROSE", 1)).faults())
                .containsExactly(
                        "addressAreaId field.required",
                        "addressProvinceCode field.required",
                        "customerAddress field.required",
                        "customerName field.required",
                        "customerPhone field.required");
        assertThat(well(other.post("/orders", Shop.order())).data("status")).isEqualTo("Pending");
        assertThat(well(other.sells(session, Counter.sale("ROSE", 1))).data("cashierSessionId"))
                .isEqualTo(session);
        well(counter.closes(session, 0));
        assertThat(counter.post("/orders", Counter.sale("ROSE", 1)).status()).isEqualTo(400);
        assertThat(counter.post("/orders", Counter.sale("ROSE", 0).put("customerName", "زينب"))
                        .faults())
                .containsExactly(
                        "addressAreaId field.required",
                        "addressProvinceCode field.required",
                        "customerAddress field.required",
                        "customerPhone field.required",
                        "items[0].quantity field.out_of_range");
        assertThat(well(counter.post("/orders", Shop.order())).data("status")).isEqualTo("Pending");
    }

    @Test
    void a_cashier_with_two_registers_sells_at_the_one_opened_last() {
        var later = counter.session("Back", 0);

        assertThat(well(counter.post("/orders", Counter.sale("ROSE", 1))).data("cashierSessionId"))
                .isEqualTo(later);
    }

    @Test
    void a_closed_session_takes_no_sale_and_an_unknown_or_foreign_one_is_none() {
        var foreign = Counter.opens(api).session("Front", 0);
        well(counter.closes(session, 10_000));

        var closed = counter.sells(session, Counter.sale("ROSE", 1));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.faults()).containsExactly("cashierSessionId cashier.session_closed");
        for (var unknown : List.of(foreign, "01890000-0000-7000-8000-000000000000")) {
            assertThat(counter.sells(unknown, Counter.sale("ROSE", 1)).faults())
                    .containsExactly("cashierSessionId cashier_session.unknown");
        }
        assertThat(counter.sells(
                                session,
                                Counter.sale("ROSE", 1).put("quantity", 1).put("discountCode", "NOPE"))
                        .faults())
                .containsExactly("discountCode discount.unknown");
    }

    @Test
    void every_failing_field_is_said_at_once() {
        var sale = Counter.sale("NOPE", 0)
                .put("customerPhone", "1")
                .put("saleId", "x")
                .put("discountCode", "NO");

        assertThat(counter.sells("01890000-0000-7000-8000-000000000000", sale).faults())
                .containsExactly(
                        "cashierSessionId cashier_session.unknown",
                        "customerPhone phone.invalid",
                        "discountCode discount.unknown",
                        "items[0].quantity field.out_of_range",
                        "items[0].sku product.unknown",
                        "saleId field.invalid");
        var other = Counter.of(counter.goods());
        assertThat(other.post("/orders", Api.object().put("customerPhone", "1").put("orderValue", 1))
                        .faults())
                .containsExactly(
                        "addressAreaId field.required",
                        "addressProvinceCode field.required",
                        "customerAddress field.required",
                        "customerName field.required",
                        "customerPhone phone.invalid");
        assertThat(counter.post("/orders", Api.object().put("orderValue", 1).put("addressAreaId", Shop.KARRADA))
                        .faults())
                .containsExactly("addressProvinceCode field.required");
    }

    @Test
    void a_customer_who_is_named_is_counted_and_a_blocked_one_is_refused() {
        var sale = Counter.sale("ROSE", 1).put("customerPhone", "07701234567").put("customerName", "زينب");
        well(counter.sells(session, sale));

        var customers = api.withKey(counter.shop().mints("customers:read", "customers:write"));
        var listed = well(customers.get(Api.KEYS + "/customers"));
        assertThat(listed.data("items.0.ordersCount")).isEqualTo("1");
        assertThat(listed.data("items.0.deliveredCount")).isEqualTo("1");
        assertThat(listed.data("items.0.collectedTotal")).isEqualTo("1100");
        well(customers.put(
                Api.KEYS + "/customers/" + listed.data("items.0.id"),
                Api.object().put("isBlocked", true)));
        assertThat(counter.sells(session, sale).faults()).containsExactly("customerPhone customer.blocked");
    }

    @Test
    void a_sale_by_value_with_an_address_and_a_fee() {
        var sold = well(counter.sells(
                session,
                Shop.order()
                        .put("orderValue", 9_900)
                        .put("deliveryMode", "Standard")
                        .put("deliveryFee", 3_000)
                        .put("paymentMethod", "Cash")
                        .put("cashTendered", 15_000)));

        assertThat(sold.data("total")).isEqualTo("12900");
        assertThat(sold.data("change")).isEqualTo("2000");
        assertThat(sold.data("cashRounding")).isEqualTo("100");
        assertThat(sold.data("deliveryMode")).isEqualTo("Standard");
    }

    @Test
    void a_row_of_a_bulk_call_is_a_sale_if_it_names_its_session() {
        var body = Api.object();
        body.putArray("orders")
                .add(Shop.order())
                .add(Counter.sale("ROSE", 1).put("cashierSessionId", session))
                .add(Counter.sale("ROSE", 1));
        var reply = well(counter.post("/orders/bulk", body));

        assertThat(reply.data("created")).isEqualTo("2");
        assertThat(reply.data("results.2.errors.0.code")).isEqualTo("field.required");
        assertThat(well(counter.get("/orders/" + reply.data("results.0.id"))).data("status"))
                .isEqualTo("Pending");
        assertThat(well(counter.get("/orders/" + reply.data("results.1.id"))).data("status"))
                .isEqualTo("Delivered");
        body.put("mode", "atomic");
        body.withArray("orders").remove(2);
        body.withArray("orders")
                .add(Counter.sale("ROSE", 1)
                        .put("cashierSessionId", UUID.randomUUID().toString()));
        assertThat(counter.post("/orders/bulk", body).faults())
                .containsExactly("orders[2].cashierSessionId cashier_session.unknown");
    }

    @Test
    void a_quote_for_the_counter_has_no_fee() {
        var quote = Counter.sale("ROSE", 2).put("cashierSessionId", session);
        well(counter.shop()
                .owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("defaultDeliveryFee", 5_000)));
        assertThat(well(counter.post("/orders/quote", quote)).data("total")).isEqualTo("2200");
        quote.remove("cashierSessionId");
        assertThat(well(counter.post("/orders/quote", quote)).data("total")).isEqualTo("2200");
        assertThat(well(Counter.of(counter.goods()).post("/orders/quote", quote))
                        .data("total"))
                .isEqualTo("7200");
        assertThat(counter.post(
                                "/orders/quote",
                                quote.put("cashierSessionId", UUID.randomUUID().toString()))
                        .faults())
                .containsExactly("cashierSessionId cashier_session.unknown");
    }

    @Test
    void a_sale_is_told_as_created_and_as_delivered_and_as_no_step() {
        var events = api.withKey(counter.shop().mints("webhooks:read", "webhooks:write"));
        well(events.post(
                Api.KEYS + "/webhooks",
                Api.object().put("url", "https://93.184.215.14/hook").put("isEnabled", false)));
        var sold = well(counter.sells(session, Counter.sale("ROSE", 1))).data("id");

        var told = well(events.get(Api.KEYS + "/events?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .filter(event -> event.at("/resource/id").stringValue("").equals(sold))
                .map(event -> event.get("event_type").stringValue() + " " + event.at("/resource/sequence"))
                .toList();
        assertThat(told).containsExactlyInAnyOrder("order.created 1", "order.delivered 2");
    }

    @Test
    void sixteen_sales_racing_one_close_agree_to_the_dinar() {
        for (var round = 0; round < 4; round++) {
            var racing = counter.session("Race " + round, 1_000);
            var replies = Shop.atOnce(
                    17,
                    i -> i == 8
                            ? counter.closes(racing, 5_000)
                            : counter.sells(racing, Counter.sale("ROSE", 1).put("cashTendered", 1_500)));

            var sold = replies.stream().filter(reply -> reply.status() == 200).count() - 1;
            assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 409);
            var closed = replies.get(8);
            assertThat(closed.data("expectedCash")).isEqualTo(Long.toString(1_000 + 1_000 * sold));
            assertThat(counter.shows(racing).data()).isEqualTo(closed.data());
            assertThat(counter.shows(racing).data("salesCount")).isEqualTo(Long.toString(sold));
            counter.goods()
                    .put(
                            "/catalog/inventory/" + counter.goods().row("ROSE"),
                            Api.object().put("quantityOnHand", 50));
        }
    }

    @Test
    void a_sale_with_its_id_that_is_sent_at_once_is_sold_once() {
        var sale = Counter.sale("ROSE", 1).put("saleId", UUID.randomUUID().toString());
        var replies = Shop.atOnce(6, _ -> counter.sells(session, sale.deepCopy()));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies)
                .extracting(reply -> reply.data("id"))
                .containsOnly(replies.getFirst().data("id"));
        assertThat(replies)
                .filteredOn(reply -> reply.data("duplicateSale").equals("false"))
                .hasSize(1);
        assertThat(well(counter.get("/orders")).data("totalCount")).isEqualTo("1");
        assertThat(counter.expected(session)).isEqualTo(11_000);
    }
}
