package iq.sendy.pricing.model;

import static iq.sendy.pricing.model.Offers.FLOWERS;
import static iq.sendy.pricing.model.Offers.NOW;
import static iq.sendy.pricing.model.Offers.ROSES;
import static iq.sendy.pricing.model.Offers.amount;
import static iq.sendy.pricing.model.Offers.basket;
import static iq.sendy.pricing.model.Offers.code;
import static iq.sendy.pricing.model.Offers.id;
import static iq.sendy.pricing.model.Offers.line;
import static iq.sendy.pricing.model.Offers.percent;
import static iq.sendy.pricing.model.Offers.rule;
import static iq.sendy.pricing.model.Offers.terms;
import static iq.sendy.pricing.model.Offers.with;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.CodeRefusal;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.NamedCode;
import iq.sendy.pricing.PriceRules;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Discounts worked out by hand. */
class PriceCalculationTest {

    @Test
    void without_rules_a_basket_costs_its_lines_and_the_stores_fee() {
        var pricedBasket = PriceCalculation.of(
                basket(line("ROSE", 3, 7_000), line("VASE", 1, 12_500)), terms(new DiscountRule[0]), NOW);

        assertThat(pricedBasket.subTotal()).isEqualTo(33_500);
        assertThat(pricedBasket.discountTotal()).isZero();
        assertThat(pricedBasket.deliveryFee()).isEqualTo(5_000);
        assertThat(pricedBasket.total()).isEqualTo(38_500);
        assertThat(pricedBasket.shipping().ruleId()).isNull();
        assertThat(pricedBasket.lines())
                .extracting(PricedBasket.PricedLine::lineTotal)
                .containsExactly(21_000L, 12_500L);
    }

    @Test
    void a_percentage_of_a_line_rounds_half_up_once_for_the_whole_line() {
        // 3 × 3,333 = 9,999, of which 12.5 % are 1,249.875; piece by piece it would be 3 × 417.
        assertThat(offLines(basket(line("A", 3, 3_333)), rule(1, percent(1_250))))
                .containsExactly(1_250L);
        assertThat(offLines(basket(line("A", 1, 5)), rule(1, percent(1_000))))
                .as("0.5")
                .containsExactly(1L);
        assertThat(offLines(basket(line("A", 1, 49)), rule(1, percent(100))))
                .as("0.49")
                .containsExactly(0L);
    }

    @Test
    void a_rules_amount_comes_off_each_piece_and_never_more_than_the_piece_costs() {
        assertThat(offLines(basket(line("A", 3, 7_000), line("B", 4, 1_000)), rule(1, amount(1_500))))
                .containsExactly(4_500L, 4_000L);
    }

    @Test
    void the_best_rule_of_each_line_wins_and_one_that_wins_nowhere_is_told() {
        // Per piece 1,000: best where a piece costs less than 10,000. Ten percent: best above. Five percent: nowhere.
        var rules = terms(rule(1, amount(1_000)), rule(2, percent(1_000)), rule(3, percent(500)));

        var pricedBasket = PriceCalculation.of(basket(line("CHEAP", 2, 4_000), line("DEAR", 1, 40_000)), rules, NOW);

        assertThat(pricedBasket.lines())
                .extracting(PricedBasket.PricedLine::discountAmount)
                .containsExactly(2_000L, 4_000L);
        assertThat(pricedBasket.applied())
                .containsExactly(
                        new PricedBasket.Applied("rule", id(1), "rule 1", null, 2_000),
                        new PricedBasket.Applied("rule", id(2), "rule 2", null, 4_000));
        assertThat(pricedBasket.lost())
                .containsExactly(new PricedBasket.LostDiscount("rule", id(3), "rule 3", "rule.beaten"));
    }

    @Test
    void of_equal_amounts_the_higher_priority_wins_and_then_the_older() {
        var basket = basket(line("A", 1, 10_000));

        assertThat(winner(basket, rule(1, percent(1_000)), rule(2, amount(1_000), null, 5)))
                .isEqualTo("rule 2");
        assertThat(winner(basket, rule(2, percent(1_000)), rule(1, amount(1_000))))
                .isEqualTo("rule 1");
    }

    @Test
    void a_rule_for_a_category_sees_its_lines_and_those_below_it() {
        var basket = basket(line("ROSE", 1, 10_000, ROSES, FLOWERS), line("LAMP", 1, 10_000));

        assertThat(offLines(basket, rule(1, percent(1_000), FLOWERS, 0))).containsExactly(1_000L, 0L);
        assertThat(offLines(basket, rule(1, percent(1_000), ROSES, 0))).containsExactly(1_000L, 0L);
    }

    @Test
    void an_order_by_value_has_the_rules_and_the_code_that_name_no_category() {
        var basket = basket(Basket.BasketLine.ofValue(25_000));
        var rules = terms(rule(1, percent(5_000), FLOWERS, 0), rule(2, amount(2_000)));

        var pricedBasket = PriceCalculation.of(basket, with(rules, code(percent(1_000))), NOW);

        assertThat(pricedBasket.discountTotal())
                .as("2,000, then ten percent of 23,000")
                .isEqualTo(4_300);
        assertThat(pricedBasket.lost()).isEmpty();
    }

    @Test
    void a_rule_holds_on_its_channels_in_its_time_and_while_it_is_on() {
        var basket = basket(line("A", 1, 10_000));
        var hour = Duration.ofHours(1);

        assertThat(holds(basket, List.of(), null, null, true)).isTrue();
        assertThat(holds(basket, List.of(Channel.STOREFRONT, Channel.POS), null, null, true))
                .isTrue();
        assertThat(holds(basket, List.of(Channel.POS), null, null, true)).isFalse();
        assertThat(holds(basket, List.of(), NOW, NOW.plus(hour), true))
                .as("from its start")
                .isTrue();
        assertThat(holds(basket, List.of(), NOW.plusMillis(1), null, true)).isFalse();
        assertThat(holds(basket, List.of(), null, NOW, true))
                .as("until before its end")
                .isFalse();
        assertThat(holds(basket, List.of(), null, null, false)).isFalse();
    }

    @Test
    void a_code_works_once_on_the_sum_of_what_the_rules_left() {
        // Rules leave 9,000 + 2,000 + 1,000. Fifteen percent of 12,000 = 1,800: 1,350 + 300 + 150.
        var basket = basket(line("A", 1, 10_000, FLOWERS), line("B", 1, 2_000), line("C", 2, 500));
        var rules = terms(rule(1, percent(1_000), FLOWERS, 0));

        var pricedBasket = PriceCalculation.of(basket, with(rules, code(percent(1_500))), NOW);

        assertThat(pricedBasket.lines())
                .extracting(PricedBasket.PricedLine::discountAmount)
                .containsExactly(2_350L, 300L, 150L);
        assertThat(pricedBasket.lines())
                .extracting(PricedBasket.PricedLine::lineTotal)
                .containsExactly(7_650L, 1_700L, 850L);
        assertThat(pricedBasket.applied())
                .last()
                .isEqualTo(new PricedBasket.Applied("code", id(500), "EID", "EID", 1_800));
        assertThat(pricedBasket.code()).isNotNull();
        assertThat(pricedBasket.discountTotal()).isEqualTo(2_800);
        assertThat(pricedBasket.total()).isEqualTo(10_200 + 5_000);
    }

    @Test
    void a_codes_percentage_rounds_once_on_the_sum_and_not_on_each_line() {
        // Ten percent of 3 × 15 = 4.5 → 5; line by line it would be 2 + 2 + 2.
        var basket = basket(line("A", 1, 15), line("B", 1, 15), line("C", 1, 15));

        var pricedBasket = PriceCalculation.of(basket, with(terms(new DiscountRule[0]), code(percent(1_000))), NOW);

        assertThat(pricedBasket.lines())
                .extracting(PricedBasket.PricedLine::discountAmount)
                .containsExactly(2L, 2L, 1L);
    }

    @Test
    void a_codes_amount_comes_off_the_order_once_and_never_below_zero() {
        var basket = basket(line("A", 3, 2_000), line("B", 1, 3_000));

        assertThat(PriceCalculation.of(basket, with(terms(new DiscountRule[0]), code(amount(1_000))), NOW)
                        .lines())
                .as("6,000 : 3,000, the odd one to the larger remainder")
                .extracting(PricedBasket.PricedLine::discountAmount)
                .containsExactly(667L, 333L);
        assertThat(PriceCalculation.of(basket, with(terms(new DiscountRule[0]), code(amount(50_000))), NOW)
                        .total())
                .as("the delivery is still paid")
                .isEqualTo(5_000);
    }

    @Test
    void a_code_that_does_not_hold_is_lost_with_its_reason_and_changes_nothing() {
        var basket = basket(line("A", 1, 10_000));
        var unknown = new Terms(PriceRules.NONE, new NamedCode("NOPE", null, 0, false));

        assertThat(PriceCalculation.of(basket, unknown, NOW).lost())
                .containsExactly(new PricedBasket.LostDiscount("code", null, "NOPE", "discount.unknown"));
        assertThat(PriceCalculation.of(basket, unknown, NOW).total()).isEqualTo(15_000);
    }

    @Test
    void the_first_reason_against_a_code_is_told_in_the_contracts_order() {
        var hour = Duration.ofHours(1);
        var past = NOW.minus(hour);
        var future = NOW.plus(hour);

        // Everything is wrong with it; each next one has one thing less.
        assertThat(refusal(false, future, past, 20_000L, 5L, 1L)).isEqualTo(CodeRefusal.INACTIVE);
        assertThat(refusal(true, future, past, 20_000L, 5L, 1L)).isEqualTo(CodeRefusal.NOT_STARTED);
        assertThat(refusal(true, NOW, NOW, 20_000L, 5L, 1L)).isEqualTo(CodeRefusal.EXPIRED);
        assertThat(refusal(true, NOW, future, 10_001L, 5L, 1L)).isEqualTo(CodeRefusal.MINIMUM);
        assertThat(refusal(true, NOW, future, 10_000L, 5L, 1L)).isEqualTo(CodeRefusal.EXHAUSTED);
        assertThat(refusal(true, NOW, future, 10_000L, 6L, 1L)).isEqualTo(CodeRefusal.CUSTOMER_LIMIT);
        assertThat(refusal(true, NOW, future, 10_000L, 6L, 2L)).isNull();
        assertThat(refusal(true, null, null, null, null, null)).isNull();
    }

    @Test
    void the_minimum_of_a_code_looks_at_the_value_before_discounts() {
        var discountCodeDetails = new DiscountCode.DiscountCodeDetails(
                "EID", percent(1_000), 10_000L, null, null, null, null, true, null);
        var terms = with(terms(rule(1, percent(5_000))), code(discountCodeDetails, 0));

        assertThat(PriceCalculation.of(basket(line("A", 1, 10_000)), terms, NOW).discountTotal())
                .isEqualTo(5_500);
    }

    @Test
    void a_code_that_the_order_has_already_is_looked_at_for_its_minimum_alone() {
        var discountCodeDetails =
                new DiscountCode.DiscountCodeDetails("EID", percent(1_000), 10_000L, 1L, 1L, null, NOW, false, null);
        var held = new Terms(PriceRules.NONE, new NamedCode("EID", code(discountCodeDetails, 1), 1, true));

        assertThat(held.refusal(10_000, NOW)).isEmpty();
        assertThat(held.refusal(9_999, NOW)).contains(CodeRefusal.MINIMUM);
    }

    @Test
    void the_largest_basket_the_contract_allows_is_priced_to_the_last_unit() {
        // 10,000 pieces at a billion dollars in cents, 200 lines; 99.99 percent.
        var basketLine = line("A", 10_000, 100_000_000_000L);
        var basket = basket(java.util.Collections.nCopies(200, basketLine).toArray(Basket.BasketLine[]::new));

        var pricedBasket = PriceCalculation.of(basket, with(terms(rule(1, percent(9_999))), code(percent(1))), NOW);

        assertThat(pricedBasket.subTotal()).isEqualTo(200_000_000_000_000_000L);
        assertThat(pricedBasket.lines().getFirst().discountAmount()).isEqualTo(999_900_000_000_000L + 10_000_000L);
        assertThat(pricedBasket.total()).isEqualTo(200 * (100_000_000_000L - 10_000_000L) + 5_000);
    }

    private static List<Long> offLines(Basket basket, DiscountRule... rules) {
        return PriceCalculation.of(basket, terms(rules), NOW).lines().stream()
                .map(PricedBasket.PricedLine::discountAmount)
                .toList();
    }

    private static String winner(Basket basket, DiscountRule... rules) {
        return PriceCalculation.of(basket, terms(rules), NOW)
                .applied()
                .getFirst()
                .name();
    }

    private static boolean holds(
            Basket basket, List<Channel> channels, @Nullable Instant from, @Nullable Instant to, boolean active) {
        var discountRuleDetails =
                new DiscountRule.DiscountRuleDetails("r", percent(1_000), null, channels, 0, from, to, active);
        return PriceCalculation.of(basket, terms(rule(1, discountRuleDetails)), NOW)
                        .discountTotal()
                > 0;
    }

    /** Of a code that was used five times, once by this phone, for an order of 10,000. */
    private static @Nullable CodeRefusal refusal(
            boolean active,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long minimum,
            @Nullable Long maxUses,
            @Nullable Long perUser) {
        var discountCodeDetails = new DiscountCode.DiscountCodeDetails(
                "EID", percent(1_000), minimum, maxUses, perUser, from, to, active, null);
        var named = new NamedCode("EID", code(discountCodeDetails, 5), 1, false);
        return new Terms(PriceRules.NONE, named).refusal(10_000, NOW).orElse(null);
    }
}
