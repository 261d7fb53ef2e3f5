package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales that have happened under a rule: what it took off is a discount, as it is of every other order. */
@Scenario
class SoldUnderRulesTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private String session;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
        counter.goods().sells("ROSE", 333, 90);
        var pricing = api.withKey(counter.shop().mints("discounts:write"));
        well(pricing.post(
                Api.KEYS + "/discounts/rules",
                Api.object()
                        .put("name", "عرض")
                        .put("discountType", "percentage")
                        .put("discountValue", 10)));
        session = counter.session("Front", 0);
    }

    @AfterEach
    void all_adds_up() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    private ObjectNode sold() {
        var sale = Counter.sale("ROSE", 1)
                .put("paymentMethod", "Card")
                .put("saleId", UUID.randomUUID().toString())
                .put("soldAt", clock.instant().toString())
                .put("cashierSessionId", session);
        sale.putArray("items");
        return sale;
    }

    private static ObjectNode with(ObjectNode sale, long pieces, long price) {
        ((ArrayNode) sale.get("items"))
                .addObject()
                .put("sku", "ROSE")
                .put("quantity", pieces)
                .put("unitPrice", price);
        return sale;
    }

    @Test
    void what_the_rules_make_of_the_catalogues_price_is_booked_as_if_it_were_sold_now() {
        var now = well(counter.sells(session, Counter.sale("ROSE", 3).put("paymentMethod", "Card")));
        assertThat(now.data("discountTotal")).isEqualTo("100");

        var sold = well(counter.post("/orders", with(with(sold(), 2, 300), 1, 299)));

        for (var field : new String[] {"subTotal", "discountTotal", "total", "appliedDiscounts", "priceDiffers"}) {
            assertThat(sold.data(field)).as(field).isEqualTo(now.data(field));
        }
        assertThat(sold.data("items.0.unitPrice")).isEqualTo("333");
        assertThat(sold.data("items.0.discountAmount")).isEqualTo("66");
        assertThat(sold.data("items.1.lineTotal")).isEqualTo("299");
    }

    @Test
    void what_was_taken_otherwise_stands_and_is_flagged() {
        var by = well(counter.post("/orders", with(sold(), 3, 250)));
        assertThat(by.data("total")).isEqualTo("750");
        assertThat(by.data("discountTotal")).isEqualTo("0");
        assertThat(by.data("priceDiffers")).isEqualTo("true");

        var listed = well(counter.post("/orders", with(sold(), 3, 333)));
        assertThat(listed.data("total")).isEqualTo("999");
        assertThat(listed.data("discountTotal")).isEqualTo("0");
        assertThat(listed.data("priceDiffers")).isEqualTo("false");

        var above = well(counter.post("/orders", with(with(sold(), 1, 400), 2, 250)));
        assertThat(above.data("total")).isEqualTo("900");
        assertThat(above.data("discountTotal")).isEqualTo("0");
        assertThat(above.data("priceDiffers")).isEqualTo("true");
    }
}
