package iq.sendy.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.LockPatience;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes are used as an order uses them: asked under a lock in one trip, used in another, raced. */
@Scenario
public class UsingCodesTest {

    private static final Phone ZAINAB = Phone.parse("0770 123 4567").orElseThrow();

    @Autowired
    Api api;

    @Autowired
    Quotes quotes;

    @Autowired
    DiscountCodes discountCodes;

    @Autowired
    DiscountRules discountRules;

    @Autowired
    ShippingRules shippingRules;

    @Autowired
    Pipeline pipeline;

    @Autowired
    UuidGenerator uuidGenerator;

    @Autowired
    Clock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    PlatformTransactionManager transactions;

    private StoreId store = StoreId.PLATFORM;

    @BeforeEach
    void open() {
        store = new StoreId(UUID.fromString(Shop.opens(api).storeId()));
    }

    @Test
    void two_hundred_orders_at_once_use_a_code_for_five_five_times() {
        var code = makes(5L, null);
        var room = new Semaphore(8); // the pool's connections are not what is tried here

        var refusals = Shop.atOnce(200, i -> {
            room.acquireUninterruptibly();
            try {
                return buys("EID", phone(i), uuidGenerator.next());
            } finally {
                room.release();
            }
        });

        assertThat(refusals).filteredOn(Optional::isEmpty).hasSize(5);
        assertThat(refusals.stream().flatMap(Optional::stream)).hasSize(195).containsOnly(CodeRefusal.EXHAUSTED);
        assertThat(usedCount(code)).isEqualTo(5);
        sound();
    }

    @Test
    void a_customer_who_writes_the_phone_two_ways_is_one_customer() {
        var code = makes(null, 1L);
        var other = Phone.parse("+964 (770) ١٢٣-٤٥٦٧").orElseThrow();
        var room = new Semaphore(8);

        var refusals = Shop.atOnce(30, i -> {
            room.acquireUninterruptibly();
            try {
                return buys("EID", i % 2 == 0 ? ZAINAB : other, uuidGenerator.next());
            } finally {
                room.release();
            }
        });

        assertThat(refusals).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(refusals.stream().flatMap(Optional::stream)).containsOnly(CodeRefusal.CUSTOMER_LIMIT);
        assertThat(buys("eid", phone(7), uuidGenerator.next()))
                .as("another phone")
                .isEmpty();
        assertThat(usedCount(code)).isEqualTo(2);
        sound();
    }

    @Test
    void what_is_given_back_twice_comes_back_once_and_may_be_used_again() {
        var code = makes(1L, 1L);
        var order = uuidGenerator.next();
        buys("EID", ZAINAB, order);
        assertThat(buys("EID", ZAINAB, uuidGenerator.next())).contains(CodeRefusal.EXHAUSTED);

        var gave = Shop.atOnce(6, _ -> givesBack(order));

        assertThat(gave).filteredOn(given -> given).hasSize(1);
        assertThat(usedCount(code)).isZero();
        assertThat(buys("EID", ZAINAB, uuidGenerator.next())).isEmpty();
        assertThat(givesBack(uuidGenerator.next()))
                .as("an order without a code")
                .isFalse();
        sound();
    }

    @Test
    void without_a_lock_a_use_still_happens_all_or_not_at_all() {
        var code = makes(3L, 1L);
        var uses = Shop.atOnce(
                6,
                i -> step(() -> {
                    var use = discountCodes.use(
                            store, code, i % 2 == 0 ? ZAINAB : phone(i), uuidGenerator.next(), clock.instant());
                    pipeline.send(use);
                    if (use.first().isEmpty()) {
                        throw new Taken();
                    }
                    return true;
                }));

        assertThat(uses).filteredOn(used -> used).hasSize(3);
        assertThat(usedCount(code)).isEqualTo(3);
        sound();
    }

    @Test
    void one_order_uses_one_code_once() {
        var code = makes(null, null);
        var order = uuidGenerator.next();
        buys("EID", ZAINAB, order);

        assertThat(step(() -> {
                    pipeline.send(discountCodes.use(store, code, ZAINAB, order, clock.instant()));
                    return true;
                }))
                .isFalse();
        assertThat(usedCount(code)).isEqualTo(1);
    }

    @Test
    void a_deleted_code_is_unknown_and_is_still_given_back() {
        var code = makes(null, null);
        var order = uuidGenerator.next();
        buys("EID", ZAINAB, order);
        in(() -> discountCodes.delete(store, Actor.SYSTEM, code));

        assertThat(buys("EID", ZAINAB, uuidGenerator.next())).contains(CodeRefusal.UNKNOWN);
        assertThat(givesBack(order)).isTrue();
        assertThat(usedCount(code)).isZero();
    }

    @Test
    void an_order_that_is_changed_keeps_the_code_it_has() {
        var code = makes(1L, 1L);
        var order = uuidGenerator.next();
        buys("EID", ZAINAB, order);
        in(() -> discountCodes.delete(store, Actor.SYSTEM, code));

        assertThat(termsAgain(order).refusal(10_000, clock.instant()))
                .as("used up by itself")
                .isEmpty();
        assertThat(termsAgain(order).code()).extracting(NamedCode::held).isEqualTo(true);
        assertThat(termsAgain(uuidGenerator.next()).refusal(10_000, clock.instant()))
                .contains(CodeRefusal.UNKNOWN);
    }

    @Test
    void a_quote_locks_nothing() {
        makes(1L, null);
        in(() -> transaction(() -> {
            pipeline.send(quotes.terms(store, "EID", ZAINAB).parts());
            Shop.atOnce(
                    1,
                    _ -> in(() -> transaction(() -> {
                        var preview = quotes.preview(store, "EID", ZAINAB);
                        pipeline.send(preview.parts());
                        assertThat(quotes.answered(preview).refusal(1, clock.instant()))
                                .isEmpty();
                        return true;
                    })));
            return true;
        }));
    }

    @Test
    void another_stores_code_is_unknown() {
        makes(null, null);
        store = new StoreId(UUID.fromString(Shop.opens(api).storeId()));

        assertThat(buys("EID", ZAINAB, uuidGenerator.next())).contains(CodeRefusal.UNKNOWN);
    }

    @Test
    void rules_in_memory_are_those_of_the_version_that_was_just_read() {
        var rule = in(() -> discountRules.create(store, Actor.SYSTEM, Currency.IQD, tenPercent()));
        assertThat(discountOf(10_000)).isEqualTo(1_000);

        change(rule.id(), 2_000, null);
        assertThat(discountOf(10_000)).as("at hand: the version is the same").isEqualTo(1_000);

        change(rule.id(), 3_000, uuidGenerator.next());
        assertThat(discountOf(10_000))
                .as("another connection wrote the version anew")
                .isEqualTo(3_000);

        in(() -> discountRules.delete(store, Actor.SYSTEM, rule.id()));
        assertThat(discountOf(10_000)).isZero();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_rules_behind() {
        in(() -> discountRules.create(store, Actor.SYSTEM, Currency.IQD, tenPercent()));
        step(() -> {
            discountRules.create(
                    store,
                    Actor.SYSTEM,
                    Currency.IQD,
                    new DiscountRule.DiscountRuleDetails(
                            "half", new Discount.PercentOff(5_000), null, List.of(), 0, null, null, true));
            assertThat(priced(10_000)).isEqualTo(5_000);
            throw new Taken();
        });

        assertThat(discountOf(10_000)).isEqualTo(1_000);
    }

    @Test
    void shipping_rules_are_read_with_the_discounts() {
        in(() -> shippingRules.create(
                store,
                Actor.SYSTEM,
                Currency.IQD,
                new ShippingRule.ShippingRuleDetails(
                        "near",
                        ShippingRuleType.FLAT_RATE,
                        3_000L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("BG"),
                        0,
                        true)));

        var pricedBasket = in(() -> transaction(() -> {
            var asked = quotes.preview(store, null, null);
            pipeline.send(asked.parts());
            return quotes.price(basket(10_000), quotes.answered(asked), clock.instant());
        }));

        assertThat(pricedBasket.deliveryFee()).isEqualTo(3_000);
        assertThat(pricedBasket.shipping().ruleName()).isEqualTo("near");
    }

    /** A use of a code that was taken meanwhile, which rolls the step back. */
    private static final class Taken extends RuntimeException {}

    private UUID makes(@Nullable Long maxUses, @Nullable Long perUser) {
        var discountCodeDetails = new DiscountCode.DiscountCodeDetails(
                "EID", new Discount.PercentOff(1_000), null, maxUses, perUser, null, null, true, null);
        var command = new CreateDiscountCode(Currency.IQD, discountCodeDetails);
        var made = (CreateDiscountCode.Result.Created) in(() -> discountCodes.create(store, Actor.SYSTEM, command));
        return made.code().id();
    }

    private static DiscountRule.DiscountRuleDetails tenPercent() {
        return new DiscountRule.DiscountRuleDetails(
                "ten", new Discount.PercentOff(1_000), null, List.of(), 0, null, null, true);
    }

    /** What an order does with a code; the refusal, if there was one. */
    private Optional<CodeRefusal> buys(String word, Phone phone, UUID order) {
        return in(() -> transaction(() -> {
            var asked = quotes.terms(store, word, phone);
            pipeline.send(asked.parts());
            var terms = quotes.answered(asked);
            var now = clock.instant();
            var refusal = terms.refusal(10_000, now);
            if (refusal.isPresent()) {
                return refusal;
            }
            var applied = Objects.requireNonNull(
                    quotes.price(basket(10_000), terms, now).code());
            var use = discountCodes.use(store, Objects.requireNonNull(applied.id()), phone, order, now);
            pipeline.send(use);
            assertThat(use.answer()).as("a locked code cannot run out").hasSize(1);
            return Optional.empty();
        }));
    }

    private boolean givesBack(UUID order) {
        return in(() -> transaction(() -> {
            var given = discountCodes.giveBack(store, order, clock.instant());
            pipeline.send(given);
            return given.first().isPresent();
        }));
    }

    private Terms termsAgain(UUID order) {
        return in(() -> transaction(() -> {
            var asked = quotes.termsAgain(store, order, "EID", "EID", ZAINAB);
            pipeline.send(asked.parts());
            return quotes.answered(asked);
        }));
    }

    private long discountOf(long value) {
        return in(() -> transaction(() -> priced(value)));
    }

    private long priced(long value) {
        var asked = quotes.preview(store, null, null);
        pipeline.send(asked.parts());
        return quotes.price(basket(value), quotes.answered(asked), clock.instant())
                .discountTotal();
    }

    private static Basket basket(long value) {
        var delivery = new Basket.Delivery(false, "BG", null, null, 1_000, 0);
        return new Basket(List.of(Basket.BasketLine.ofValue(value)), Channel.STOREFRONT, delivery);
    }

    /** On a connection of its own, as another process would. */
    private void change(UUID rule, int basisPoints, @Nullable UUID version) {
        backstage
                .jdbc()
                .sql("update pricing.discount_rule set discount_value = :value where store_id = :store and id = :id")
                .param("value", basisPoints)
                .param("store", store.value())
                .param("id", rule)
                .update();
        if (version != null) {
            backstage
                    .jdbc()
                    .sql("update pricing.rule_version set version = :version where store_id = :store")
                    .param("version", version)
                    .param("store", store.value())
                    .update();
        }
    }

    private long usedCount(UUID code) {
        return backstage
                .jdbc()
                .sql("select used_count from pricing.discount_code where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", code)
                .query(Long.class)
                .single();
    }

    /** I3: what is counted is what was redeemed and not given back, for the code and for each phone. */
    private void sound() {
        var faults = backstage
                .jdbc()
                .sql("""
                        select c.id::text from pricing.discount_code c
                        where c.store_id = :store
                            and (c.used_count > c.max_uses
                                 or c.used_count <> (select count(*) from pricing.redemption r
                                                     where r.store_id = c.store_id and r.code_id = c.id
                                                         and r.given_back_at is null))
                        union all
                        select u.phone from pricing.phone_use u
                            join pricing.discount_code c on c.store_id = u.store_id and c.id = u.code_id
                        where u.store_id = :store
                            and (u.used_count > c.per_user_limit
                                 or u.used_count <> (select count(*) from pricing.redemption r
                                                     where r.store_id = u.store_id and r.code_id = u.code_id
                                                         and r.phone = u.phone and r.given_back_at is null))
                        """)
                .param("store", store.value())
                .query(String.class)
                .list();
        assertThat(faults).isEmpty();
    }

    private static Phone phone(int number) {
        return Phone.parse(String.format(Locale.ROOT, "0780%07d", number)).orElseThrow();
    }

    /** A step that may fail; whether it went through. */
    private boolean step(Supplier<Boolean> work) {
        try {
            return in(() -> transaction(work));
        } catch (Taken | DuplicateKeyException failed) {
            return false;
        }
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.in(store, work::get);
    }

    private <T> T transaction(Supplier<T> work) {
        return LockPatience.of(
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
