package iq.sendy.pricing.model;

import static iq.sendy.pricing.model.Offers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.NamedCode;
import iq.sendy.pricing.PriceRules;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Refunds;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds for every price, tried on some thousand baskets of our own making. A failure names the seed of its basket;
 * {@code -Dsendy.seed=<seed>} replays it alone.
 */
class PricePropertiesTest {

    private static final int BASKETS = 4_000;
    private static final List<UUID> CATEGORIES =
            IntStream.range(0, 4).mapToObj(i -> Offers.id(700 + i)).toList();
    private static final List<String> PROVINCES = List.of("BG", "BA", "NI");

    @Test
    void parts_sum_to_the_whole_and_no_line_falls_below_zero() {
        each(random -> {
            var pricedBasket = PriceCalculation.of(basket(random), terms(random), NOW);

            assertThat(pricedBasket.lines()).allSatisfy(pricedLine -> {
                assertThat(pricedLine.discountAmount()).isBetween(0L, pricedLine.unitPrice() * pricedLine.quantity());
                assertThat(pricedLine.lineTotal())
                        .isEqualTo(pricedLine.unitPrice() * pricedLine.quantity() - pricedLine.discountAmount());
            });
            assertThat(sum(pricedBasket.lines().stream()
                            .map(PricedBasket.PricedLine::discountAmount)
                            .toList()))
                    .isEqualTo(pricedBasket.discountTotal());
            assertThat(sum(pricedBasket.applied().stream()
                            .map(PricedBasket.Applied::amount)
                            .toList()))
                    .isEqualTo(pricedBasket.discountTotal());
            assertThat(sum(pricedBasket.lines().stream()
                                    .map(PricedBasket.PricedLine::lineTotal)
                                    .toList())
                            + pricedBasket.deliveryFee())
                    .isEqualTo(pricedBasket.total());
            assertThat(pricedBasket.subTotal() - pricedBasket.discountTotal() + pricedBasket.deliveryFee())
                    .isEqualTo(pricedBasket.total());
            assertThat(pricedBasket.total()).isNotNegative();
        });
    }

    @Test
    void a_coupon_never_makes_the_buyer_pay_more() {
        each(random -> {
            var basket = basket(random);
            var terms = terms(random);
            var without = new Terms(terms.rules(), null);

            assertThat(PriceCalculation.of(basket, terms, NOW).total())
                    .isLessThanOrEqualTo(
                            PriceCalculation.of(basket, without, NOW).total());
        });
    }

    @Test
    void a_sale_that_has_happened_costs_what_was_quoted_with_its_code() {
        each(random -> {
            var basket = basket(random);
            var rules = terms(random).rules();
            var code = new NamedCode("EID", Offers.code(off(random), upTo(random, 2 * basket.value())), 0, false);
            var net = PriceCalculation.of(basket, new Terms(rules, null), NOW);
            var kept = net.lines().stream()
                    .map(line -> Offers.line("SKU", 1, line.lineTotal()))
                    .toList();

            var quoted = PriceCalculation.of(basket, new Terms(rules, code), NOW);
            var sold = PriceCalculation.of(
                    new Basket(kept, basket.channel(), basket.delivery(), net.discountTotal()),
                    new Terms(new PriceRules(rules.version(), List.of(), List.of()), code),
                    NOW);

            assertThat(sold.goods()).isEqualTo(quoted.goods());
            assertThat(sold.code()).isEqualTo(quoted.code());
        });
    }

    @Test
    void a_sale_that_has_happened_under_rules_is_booked_as_it_was_quoted() {
        each(random -> {
            var basket = basket(random);
            var rules = new Terms(terms(random).rules(), null);
            var quoted = PriceCalculation.of(basket, rules, NOW);
            var sent = new ArrayList<Basket.BasketLine>();
            var listed = new ArrayList<OptionalLong>();
            for (var i = 0; i < basket.lines().size(); i++) {
                var line = basket.lines().get(i);
                pieces(line, quoted.lines().get(i).lineTotal()).forEach(each -> {
                    sent.add(each);
                    listed.add(OptionalLong.of(line.unitPrice()));
                });
            }

            var sold = PriceCalculation.of(
                    new Basket(
                            sent,
                            basket.channel(),
                            basket.delivery(),
                            quoted.discountTotal(),
                            new Basket.Sale(listed, null)),
                    rules,
                    NOW);

            assertThat(sold.applied()).isEqualTo(quoted.applied());
            assertThat(sold.subTotal()).isEqualTo(quoted.subTotal());
            assertThat(sold.goods()).isEqualTo(quoted.goods());
            assertThat(sold.lines()).allMatch(line -> line.discountAmount() >= 0);
        });
    }

    /** As the register sends them: a sum that pieces do not share evenly is two lines. */
    private static List<Basket.BasketLine> pieces(Basket.BasketLine line, long sum) {
        var each = sum / line.quantity();
        var dearer = sum % line.quantity();
        return dearer == 0
                ? List.of(line.at(each))
                : List.of(line.at(each + 1).of(dearer), line.at(each).of(line.quantity() - dearer));
    }

    @Test
    void the_same_questions_have_the_same_answer_whatever_the_order_of_the_rules() {
        each(random -> {
            var basket = basket(random);
            var terms = terms(random);
            var rules = terms.rules();
            var turned = new Terms(
                    new PriceRules(
                            rules.version(),
                            rules.discounts().reversed(),
                            rules.shipping().reversed()),
                    terms.code());

            var once = PriceCalculation.of(basket, terms, NOW);
            var again = PriceCalculation.of(basket, turned, NOW);

            assertThat(PriceCalculation.of(basket, terms, NOW)).isEqualTo(once);
            assertThat(again.lines()).isEqualTo(once.lines());
            assertThat(again.applied()).isEqualTo(once.applied());
            assertThat(again.shipping().ruleId()).isEqualTo(once.shipping().ruleId());
            assertThat(again.total()).isEqualTo(once.total());
        });
    }

    @Test
    void each_line_has_the_largest_amount_that_any_rule_would_have_given_it() {
        each(random -> {
            var basket = basket(random);
            var rules = new Terms(terms(random).rules(), null);
            var together = PriceCalculation.of(basket, rules, NOW);

            for (var rule : rules.rules().discounts()) {
                var alone = PriceCalculation.of(basket, Offers.terms(rule), NOW);
                for (var i = 0; i < basket.lines().size(); i++) {
                    assertThat(together.lines().get(i).discountAmount())
                            .isGreaterThanOrEqualTo(alone.lines().get(i).discountAmount());
                }
            }
        });
    }

    @Test
    void shares_add_up_and_are_off_the_exact_share_by_less_than_one() {
        each(random -> {
            var lines = LongStream.generate(() -> upTo(random, 1_000_000_000_000_000L))
                    .limit(random.nextInt(1, 30))
                    .toArray();
            var whole = LongStream.of(lines).sum();
            var amount = upTo(random, whole);

            var parts = Proration.over(lines, amount);

            assertThat(LongStream.of(parts).sum()).isEqualTo(amount);
            for (var i = 0; i < parts.length; i++) {
                assertThat(parts[i]).isBetween(0L, lines[i]);
                if (whole > 0) {
                    var exact = BigInteger.valueOf(lines[i]).multiply(BigInteger.valueOf(amount));
                    var error = BigInteger.valueOf(parts[i])
                            .multiply(BigInteger.valueOf(whole))
                            .subtract(exact)
                            .abs();
                    assertThat(error).isLessThan(BigInteger.valueOf(whole));
                }
            }
        });
    }

    @Test
    void rounding_is_what_big_decimals_say() {
        each(random -> {
            var amount = upTo(random, Long.MAX_VALUE);
            var by = 1 + upTo(random, 1_000_000);
            var times = upTo(random, by);
            var exact = new BigDecimal(amount).multiply(new BigDecimal(times));

            assertThat(Rounding.halfUp(amount, times, by))
                    .isEqualTo(exact.divide(new BigDecimal(by), 0, RoundingMode.HALF_UP)
                            .longValueExact());
            assertThat(Rounding.down(amount, times, by))
                    .isEqualTo(exact.divide(new BigDecimal(by), 0, RoundingMode.DOWN)
                            .longValueExact());
            assertThat(Rounding.rest(amount, times, by))
                    .isEqualTo(exact.remainder(new BigDecimal(by)).longValueExact());
        });
    }

    @Test
    void refunds_of_all_pieces_sum_to_the_net_in_whatever_parts_they_come() {
        each(random -> {
            var net = upTo(random, 1_000_000_000_000_000L);
            var bought = 1 + upTo(random, 10_000);
            var back = 0L;
            var refunded = 0L;
            while (back < bought) {
                var now = Math.min(bought - back, 1 + upTo(random, bought));
                var refund = Refunds.of(net, bought, back, now);
                assertThat(refund).isNotNegative();
                refunded += refund;
                back += now;
                assertThat(refunded).isLessThanOrEqualTo(net);
            }
            assertThat(refunded).isEqualTo(net);
        });
    }

    @Test
    void three_pieces_for_ten_come_back_as_three_three_and_four() {
        assertThat(LongStream.range(0, 3).map(before -> Refunds.of(10, 3, before, 1)))
                .containsExactly(3L, 3L, 4L);
        assertThat(Refunds.of(10, 3, 1, 2)).isEqualTo(7);
    }

    /** Small baskets and prices mostly, so that ties and roundings are met; sometimes the largest there are. */
    private static Basket basket(SplittableRandom random) {
        var lines = new ArrayList<Basket.BasketLine>();
        var count = random.nextInt(1, 8);
        for (var i = 0; i < count; i++) {
            var large = random.nextInt(20) == 0;
            lines.add(new Basket.BasketLine(
                    Offers.id(i),
                    "SKU-" + i,
                    "Piece " + i,
                    1 + upTo(random, large ? 9_999 : 5),
                    upTo(random, large ? 100_000_000_000L : 50),
                    random.nextBoolean() ? Set.of() : Set.of(pick(random, CATEGORIES)),
                    random.nextBoolean() ? null : upTo(random, 5_000),
                    false));
        }
        var delivery = new Basket.Delivery(
                random.nextInt(10) == 0,
                random.nextInt(5) == 0 ? null : pick(random, PROVINCES),
                random.nextInt(10) == 0 ? upTo(random, 10_000) : null,
                random.nextBoolean() ? null : upTo(random, 5_000),
                1_000,
                upTo(random, 10_000));
        return new Basket(lines, pick(random, List.of(Channel.values())), delivery);
    }

    private static Terms terms(SplittableRandom random) {
        var discounts = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> discount(random, i))
                .toList();
        var shipping = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> shipping(random, 100 + i))
                .toList();
        var code = Offers.code(off(random));
        return new Terms(new PriceRules(Offers.id(1), discounts, shipping), new NamedCode("EID", code, 0, false));
    }

    private static DiscountRule discount(SplittableRandom random, int number) {
        return Offers.rule(
                number,
                new DiscountRule.DiscountRuleDetails(
                        "rule " + number,
                        off(random),
                        random.nextBoolean() ? null : pick(random, CATEGORIES),
                        random.nextBoolean() ? List.of() : List.of(pick(random, List.of(Channel.values()))),
                        random.nextInt(3),
                        null,
                        null,
                        random.nextInt(5) > 0));
    }

    private static Discount off(SplittableRandom random) {
        return random.nextBoolean()
                ? new Discount.PercentOff(random.nextInt(1, 10_001))
                : new Discount.AmountOff(1 + upTo(random, random.nextInt(10) == 0 ? 1_000_000_000L : 60));
    }

    private static ShippingRule shipping(SplittableRandom random, int number) {
        return Offers.shipping(
                number,
                pick(random, List.of(ShippingRuleType.values())),
                upTo(random, 5_000),
                maybe(random, 100),
                null,
                null,
                maybe(random, 50_000),
                maybe(random, 2_000),
                random.nextInt(3),
                random.nextBoolean() ? new String[0] : new String[] {pick(random, PROVINCES)});
    }

    private static @Nullable Long maybe(SplittableRandom random, long most) {
        return random.nextBoolean() ? null : (Long) upTo(random, most);
    }

    private static long upTo(SplittableRandom random, long most) {
        return most == Long.MAX_VALUE ? random.nextLong(0, most) : random.nextLong(0, most + 1);
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().reduce(0L, Math::addExact);
    }

    private static void each(Consumer<SplittableRandom> property) {
        var replayed = Long.getLong("sendy.seed");
        if (replayed != null) {
            property.accept(new SplittableRandom(replayed));
            return;
        }
        var seeds = new SplittableRandom(System.nanoTime());
        for (var i = 0; i < BASKETS; i++) {
            var seed = seeds.nextLong();
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Replay with -Dsendy.seed=" + seed, failed);
            }
        }
    }
}
