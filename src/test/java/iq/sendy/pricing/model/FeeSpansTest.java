package iq.sendy.pricing.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRule.ShippingRuleDetails;
import iq.sendy.pricing.ShippingRuleType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a shop says about delivery to whoever only looks. */
class FeeSpansTest {

    private static final List<String> PROVINCES = List.of("BG", "BA", "NI");

    @Test
    void without_rules_it_is_the_stores_fee_everywhere() {
        var span = FeeSpans.of(List.of(), PROVINCES, 10_000, 5_000).orElseThrow();

        assertThat(span).isEqualTo(new DeliveryFeeSpan(5_000, 5_000, null));
        assertThat(span.single()).isTrue();
    }

    @Test
    void it_reaches_from_the_cheapest_governorate_to_the_dearest() {
        var rules = List.of(
                rule(1, ShippingRuleType.FLAT_RATE, 3_000L, null, List.of("BG")),
                rule(2, ShippingRuleType.FLAT_RATE, 8_000L, null, List.of("NI")));

        assertThat(FeeSpans.of(rules, PROVINCES, 10_000, 5_000)).contains(new DeliveryFeeSpan(3_000, 8_000, null));
        assertThat(FeeSpans.of(rules, List.of("BG"), 10_000, 5_000)).contains(new DeliveryFeeSpan(3_000, 3_000, null));
    }

    @Test
    void it_is_free_from_a_value_only_where_it_is_free_for_everybody_asked_about() {
        var rules = List.of(
                rule(1, ShippingRuleType.FREE_SHIPPING, null, 40_000L, List.of("BG")),
                rule(2, ShippingRuleType.FREE_SHIPPING, null, 60_000L, List.of()));

        assertThat(FeeSpans.of(rules, PROVINCES, 10_000, 5_000)).contains(new DeliveryFeeSpan(5_000, 5_000, 60_000L));
        assertThat(FeeSpans.of(rules, List.of("BG"), 10_000, 5_000))
                .contains(new DeliveryFeeSpan(5_000, 5_000, 40_000L));
        assertThat(FeeSpans.of(rules, PROVINCES, 60_000, 5_000)).contains(new DeliveryFeeSpan(0, 0, null));
    }

    @Test
    void where_weight_decides_nothing_is_promised() {
        assertThat(FeeSpans.of(
                        List.of(rule(1, ShippingRuleType.WEIGHT_BASED, 1_000L, null, List.of())),
                        PROVINCES,
                        10_000,
                        5_000))
                .isEmpty();
    }

    private static ShippingRule rule(
            long number, ShippingRuleType type, @Nullable Long cost, @Nullable Long from, List<String> provinces) {
        var details = new ShippingRuleDetails("rule", type, cost, from, null, null, null, null, provinces, 0, true);
        return new ShippingRule(Offers.id(number), details, Offers.NOW, Offers.NOW);
    }
}
