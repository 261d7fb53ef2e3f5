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
import tools.jackson.databind.node.ObjectNode;

/** Sales that have happened with a discount code: what it took off then is booked, whatever became of it. */
@Scenario
class SoldWithCodesTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private Api pricing;
    private String session;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
        counter.goods().sells("ROSE", 20_000, 50);
        pricing = api.withKey(counter.shop().mints("discounts:read", "discounts:write"));
        session = counter.session("Front", 0);
    }

    @AfterEach
    void all_adds_up() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    private String code(ObjectNode wanted) {
        return well(pricing.post(
                        Api.KEYS + "/discounts/codes",
                        wanted.put("code", "FIVE")
                                .put("discountType", "fixed_amount")
                                .put("discountValue", 5_000)))
                .data("id");
    }

    private Api.Reply uses(String code) {
        return well(pricing.get(Api.KEYS + "/discounts/codes/" + code));
    }

    /** As the register sends it: a sale of 20,000 of which its code took 5,000 off. */
    private ObjectNode sold() {
        var sale = Counter.sale("ROSE", 1)
                .put("discountCode", "FIVE")
                .put("discountCodeAmount", 5_000)
                .put("saleId", UUID.randomUUID().toString())
                .put("soldAt", clock.instant().toString())
                .put("cashierSessionId", session);
        ((ObjectNode) sale.get("items").get(0)).put("unitPrice", 20_000);
        return sale;
    }

    private Api.Reply books(ObjectNode sale) {
        var booked = well(counter.post("/orders", sale));
        assertThat(booked.data("total")).isEqualTo("15000");
        assertThat(booked.data("discountTotal")).isEqualTo("5000");
        assertThat(booked.data("appliedDiscounts.0.code")).isEqualTo("FIVE");
        assertThat(booked.data("payment.amountCollected")).isEqualTo("15000");
        return booked;
    }

    @Test
    void a_code_that_still_takes_that_off_is_used_and_nothing_is_flagged() {
        var code = code(Api.object());

        var booked = books(sold().put("cashTendered", 20_000));

        assertThat(booked.data("priceDiffers")).isEqualTo("false");
        assertThat(booked.data("discountCode")).isEqualTo("FIVE");
        assertThat(booked.data("change")).isEqualTo("5000");
        assertThat(uses(code).data("usedCount")).isEqualTo("1");
        assertThat(counter.expected(session)).isEqualTo(15_000);
    }

    @Test
    void a_code_that_was_used_up_meanwhile_took_it_off_all_the_same_and_is_used_no_more() {
        var code = code(Api.object().put("maxUses", 1));
        books(sold());

        var card = books(sold().put("paymentMethod", "Card"));
        var cash = books(sold().put("cashTendered", 15_000));

        for (var late : new Api.Reply[] {card, cash}) {
            assertThat(late.data("priceDiffers")).isEqualTo("true");
            assertThat(late.data().get("discountCode").isNull()).isTrue();
            assertThat(late.data("appliedDiscounts.0.id")).isEqualTo(code);
        }
        assertThat(uses(code).data("usedCount")).isEqualTo("1");
        assertThat(counter.shows(session).data("totals.Card")).isEqualTo("15000");
        assertThat(counter.expected(session)).isEqualTo(30_000);
    }

    @Test
    void a_code_that_was_raised_takes_off_what_it_took_when_it_was_sold() {
        var code = code(Api.object());
        well(pricing.put(
                Api.KEYS + "/discounts/codes/" + code,
                Api.object().put("discountType", "fixed_amount").put("discountValue", 9_000)));

        var booked = books(sold().put("cashTendered", 15_000));

        assertThat(booked.data("priceDiffers")).isEqualTo("true");
        assertThat(booked.data("change")).isEqualTo("0");
        assertThat(uses(code).data("usedCount")).isEqualTo("1");
        assertThat(counter.expected(session)).isEqualTo(15_000);
    }

    @Test
    void a_code_that_is_gone_or_over_took_it_off_too() {
        var code = code(Api.object());
        well(pricing.put(Api.KEYS + "/discounts/codes/" + code, Api.object().put("isActive", false)));
        assertThat(books(sold()).data("priceDiffers")).isEqualTo("true");
        well(pricing.delete(Api.KEYS + "/discounts/codes/" + code));

        var gone = books(sold());

        assertThat(gone.data("priceDiffers")).isEqualTo("true");
        assertThat(gone.data().get("appliedDiscounts").get(0).get("id").isNull())
                .isTrue();
        var read = well(counter.get("/orders/" + gone.data("id")));
        assertThat(read.data("appliedDiscounts")).isEqualTo(gone.data("appliedDiscounts"));
    }

    @Test
    void a_code_with_a_limit_for_each_customer_wants_a_phone_unless_it_is_sold_already() {
        var code = code(Api.object().put("perUserLimit", 1));
        var sale = Counter.sale("ROSE", 1).put("discountCode", "FIVE");

        assertThat(counter.sells(session, sale).faults()).containsExactly("customerPhone field.required");
        assertThat(well(counter.sells(session, sale.put("customerPhone", "07701234567")))
                        .data("total"))
                .isEqualTo("15000");
        assertThat(counter.sells(session, sale.deepCopy()).faults())
                .containsExactly("discountCode discount.customer_limit");
        books(sold());
        books(sold());
        assertThat(uses(code).data("usedCount")).isEqualTo("3");
    }

    @Test
    void what_is_missing_in_cash_is_no_rounding_and_never_paid_back() {
        var sale = Counter.sale("ROSE", 1)
                .put("cashTendered", 1_000)
                .put("saleId", UUID.randomUUID().toString())
                .put("soldAt", clock.instant().toString())
                .put("cashierSessionId", session);

        var booked = well(counter.post("/orders", sale));

        assertThat(booked.data("total")).isEqualTo("20000");
        assertThat(booked.data("cashRounding")).isEqualTo("0");
        assertThat(booked.data("cashShortfall")).isEqualTo("19000");
        assertThat(well(counter.get("/orders/" + booked.data("id"))).data("cashShortfall"))
                .isEqualTo("19000");
        var report = well(counter.get("/cashier/sessions/" + session + "/report"));
        assertThat(report.data("expectedCash")).isEqualTo("1000");
        assertThat(report.data("totals.Cash")).isEqualTo("1000");
        assertThat(report.data("cashRounding")).isEqualTo("0");
        assertThat(report.data("cashShortfall")).isEqualTo("19000");
        var asked = well(counter.post("/orders/" + booked.data("id") + "/return-request", Api.object()));
        assertThat(asked.data("cashRefund")).isEqualTo("1000");
    }

    @Test
    void no_more_comes_off_than_the_goods_cost() {
        code(Api.object());

        var booked = well(counter.post("/orders", sold().put("discountCodeAmount", 30_000)));

        assertThat(booked.data("total")).isEqualTo("0");
        assertThat(booked.data("priceDiffers")).isEqualTo("true");
    }
}
