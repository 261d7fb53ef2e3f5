package iq.sendy.pricing.model;

import static iq.sendy.pricing.ShippingRuleType.FREE_SHIPPING;
import static iq.sendy.pricing.ShippingRuleType.ORDER_VALUE_BASED;
import static iq.sendy.pricing.ShippingRuleType.WEIGHT_BASED;
import static iq.sendy.pricing.model.Offers.NOW;
import static iq.sendy.pricing.model.Offers.amount;
import static iq.sendy.pricing.model.Offers.basket;
import static iq.sendy.pricing.model.Offers.code;
import static iq.sendy.pricing.model.Offers.flat;
import static iq.sendy.pricing.model.Offers.id;
import static iq.sendy.pricing.model.Offers.line;
import static iq.sendy.pricing.model.Offers.shipping;
import static iq.sendy.pricing.model.Offers.terms;
import static iq.sendy.pricing.model.Offers.weighing;
import static iq.sendy.pricing.model.Offers.with;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.ShippingRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shipping worked out by hand. */
class ShippingChoiceTest {

    private static final Basket LAMP = basket(line("LAMP", 1, 30_000));

    @Test
    void no_rule_no_match_and_the_stores_fee_is_taken() {
        assertThat(fee(LAMP)).isEqualTo(5_000);
        assertThat(fee(LAMP, flat(1, 3_000, 0, "BA"))).isEqualTo(5_000);
    }

    @Test
    void pickup_costs_nothing_and_a_given_fee_is_used_as_it_is() {
        var pickup = new Basket.Delivery(true, "BG", null, null, 1_000, 5_000);
        var given = new Basket.Delivery(true, "BG", 7_000L, null, 1_000, 5_000);

        assertThat(fee(basket(pickup, line("LAMP", 1, 30_000)), flat(1, 3_000, 0)))
                .isZero();
        assertThat(fee(basket(given, line("LAMP", 1, 30_000)), flat(1, 3_000, 0)))
                .isEqualTo(7_000);
    }

    @Test
    void free_shipping_wins_over_any_priority() {
        assertThat(winner(LAMP, flat(1, 3_000, 99), free(2, 25_000L))).isEqualTo("way 2");
        assertThat(winner(LAMP, flat(1, 3_000, 99), free(2, 30_001L))).isEqualTo("way 1");
    }

    @Test
    void then_priority_then_provinces_then_the_price_then_age() {
        assertThat(winner(LAMP, flat(1, 1_000, 0), flat(2, 9_000, 1))).isEqualTo("way 2");
        assertThat(winner(LAMP, flat(1, 1_000, 0), flat(2, 9_000, 0, "BA", "BG")))
                .isEqualTo("way 2");
        assertThat(winner(LAMP, flat(1, 2_000, 0), flat(2, 1_000, 0))).isEqualTo("way 2");
        assertThat(winner(LAMP, flat(2, 1_000, 0), flat(1, 1_000, 0))).isEqualTo("way 1");
    }

    @Test
    void bands_are_half_open_on_the_value() {
        var band = shipping(1, ORDER_VALUE_BASED, 2_000L, 10_000L, 20_000L, null, null, null, 0);

        assertThat(fee(basket(line("A", 1, 9_999)), band)).isEqualTo(5_000);
        assertThat(fee(basket(line("A", 1, 10_000)), band)).isEqualTo(2_000);
        assertThat(fee(basket(line("A", 1, 19_999)), band)).isEqualTo(2_000);
        assertThat(fee(basket(line("A", 1, 20_000)), band)).isEqualTo(5_000);
    }

    @Test
    void a_parcel_on_the_border_of_two_bands_of_weight_matches_one() {
        var light = shipping(1, WEIGHT_BASED, 2_000L, null, null, 0L, 5_000L, null, 0);
        var heavy = shipping(2, WEIGHT_BASED, 8_000L, null, null, 5_000L, null, null, 0);

        assertThat(fee(basket(weighing("A", 1, 1_000, 4_999)), light, heavy)).isEqualTo(2_000);
        assertThat(fee(basket(weighing("A", 1, 1_000, 5_000)), light, heavy)).isEqualTo(8_000);
    }

    @Test
    void a_discount_does_not_lose_the_free_delivery() {
        var rules = with(terms(free(1, 30_000L)), code(amount(10_000)));

        assertThat(PriceCalculation.of(LAMP, rules, NOW).total()).isEqualTo(20_000);
    }

    @Test
    void weight_is_paid_by_the_kilo_and_rounded_up() {
        var perKg = shipping(1, WEIGHT_BASED, 1_000L, null, null, null, null, 1_501L, 0);
        var weightAlone = shipping(1, WEIGHT_BASED, null, null, null, null, null, 1_000L, 0);

        // 1,000 + 1,501 × 2.5 kg = 4,752.5
        assertThat(fee(basket(weighing("A", 5, 1_000, 500)), perKg)).isEqualTo(4_753);
        assertThat(fee(basket(weighing("A", 3, 1_000, 1_000)), weightAlone)).isEqualTo(3_000);
    }

    @Test
    void weight_comes_from_the_products_else_the_package_else_the_store() {
        var perGram = shipping(1, WEIGHT_BASED, null, null, null, null, null, 1_000L, 0);
        var parcel = new Basket.Delivery(false, "BG", null, 4_000L, 1_000, 5_000);

        assertThat(fee(basket(weighing("A", 2, 1, 300), weighing("B", 1, 1, 50)), perGram))
                .isEqualTo(650);
        assertThat(fee(basket(weighing("A", 2, 1, 300), line("B", 3, 1)), perGram))
                .isEqualTo(600 + 3_000);
        assertThat(fee(basket(parcel, weighing("A", 2, 1, 300), line("B", 3, 1)), perGram))
                .isEqualTo(4_000);
        assertThat(fee(basket(parcel, weighing("A", 20, 1, 300), line("B", 3, 1)), perGram))
                .as("at least what is known")
                .isEqualTo(6_000);
        assertThat(fee(basket(parcel, weighing("A", 2, 1, 300)), perGram))
                .as("all is known")
                .isEqualTo(600);
        assertThat(fee(basket(Basket.BasketLine.ofValue(25_000)), perGram)).isEqualTo(1_000);
    }

    @Test
    void a_senseless_weight_costs_a_senseless_fee_and_breaks_nothing() {
        var perKg = shipping(1, WEIGHT_BASED, 1_000L, null, null, null, null, 100_000_000_000L, 0);

        assertThat(fee(basket(weighing("A", 10_000, 1, 100_000_000)), perKg)).isEqualTo(100_000_000_000L);
    }

    @Test
    void the_trace_names_the_winner_and_why_the_others_lost() {
        var pricedBasket = PriceCalculation.of(
                LAMP,
                terms(
                        flat(1, 3_000, 1),
                        flat(2, 4_000, 0),
                        flat(3, 2_000, 9, "BA"),
                        free(4, 50_000L),
                        shipping(5, WEIGHT_BASED, 9_000L, null, null, 5_000L, null, null, 0)),
                NOW);

        assertThat(pricedBasket.shipping())
                .isEqualTo(new PricedBasket.Shipping(
                        id(1),
                        "way 1",
                        3_000,
                        java.util.List.of(
                                considered(1, 3_000, null),
                                considered(2, 4_000, "rule.beaten"),
                                considered(3, 2_000, "rule.province"),
                                considered(4, 0, "rule.value"),
                                considered(5, 9_000, "rule.weight"))));
    }

    private static PricedBasket.Considered considered(int number, long fee, @Nullable String reason) {
        return new PricedBasket.Considered(id(number), "way " + number, fee, reason);
    }

    private static ShippingRule free(int number, long minValue) {
        return shipping(number, FREE_SHIPPING, null, minValue, null, null, null, null, 0);
    }

    private static long fee(Basket basket, ShippingRule... rules) {
        return PriceCalculation.of(basket, terms(rules), NOW).deliveryFee();
    }

    private static @Nullable String winner(Basket basket, ShippingRule... rules) {
        return PriceCalculation.of(basket, terms(rules), NOW).shipping().ruleName();
    }
}
