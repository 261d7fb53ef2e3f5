package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.TermsQuery.AskedCode;
import iq.sendy.pricing.model.CodeWord;
import iq.sendy.pricing.model.PriceCalculation;
import iq.sendy.pricing.store.CodeStore;
import iq.sendy.pricing.store.DiscountRuleStore;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.pricing.store.ShippingRuleStore;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What things cost, and why. Who places an order asks for the {@link #terms} in its first trip, has the {@link #answered}
 * terms {@link #price} the basket, and {@link #use}s the code in its writing trip: a code that was locked cannot run out
 * in between.
 */
@Service
public class Pricing {

    private final Stores stores;
    private final DiscountCodes discountCodes;
    private final DiscountRules discountRules;
    private final ShippingRules shippingRules;
    private final CodeStore codeStore;
    private final DiscountRuleStore discountRuleStore;
    private final ShippingRuleStore shippingRuleStore;
    private final RuleStore rules;
    private final RuleCache atHand;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Pricing(
            Stores stores,
            DiscountCodes discountCodes,
            DiscountRules discountRules,
            ShippingRules shippingRules,
            CodeStore codeStore,
            DiscountRuleStore discountRuleStore,
            ShippingRuleStore shippingRuleStore,
            RuleStore rules,
            RuleCache atHand,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.stores = stores;
        this.discountCodes = discountCodes;
        this.discountRules = discountRules;
        this.shippingRules = shippingRules;
        this.codeStore = codeStore;
        this.discountRuleStore = discountRuleStore;
        this.shippingRuleStore = shippingRuleStore;
        this.rules = rules;
        this.atHand = atHand;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /**
     * What a new order is priced by. The code is locked until the step ends; a step that takes stock too asks this first.
     * Several codes in one step are asked in the order of their words.
     */
    public TermsQuery terms(StoreId store, @Nullable String code, @Nullable Phone phone) {
        return asked(store, code, phone, codeStore::hold);
    }

    /**
     * As {@link #terms}, for an order that is being changed: the code that it has already is {@code held}, and then it is
     * neither used nor given back again.
     *
     * @param own the word that the order has; the code it stands for may have another by now, and the word another code
     */
    public TermsQuery termsAgain(
            StoreId store, UUID order, @Nullable String code, @Nullable String own, @Nullable Phone phone) {
        return asked(store, code, phone, (owner, word) -> codeStore.holdAgain(owner, word, order, word.equals(own)));
    }

    /** As {@link #terms}, without a lock: for quotes. */
    public TermsQuery preview(StoreId store, @Nullable String code, @Nullable Phone phone) {
        return asked(store, code, phone, codeStore::look);
    }

    private interface Finding {

        Query<CodeStore.Named> code(StoreId store, String word);
    }

    private TermsQuery asked(StoreId store, @Nullable String code, @Nullable Phone phone, Finding finding) {
        var version = rules.version(store);
        if (code == null) {
            return new TermsQuery(store, version, null);
        }
        var word = CodeWord.normal(code);
        var uses = phone == null ? null : codeStore.usesBy(store, word, phone);
        return new TermsQuery(store, version, new AskedCode(word, finding.code(store, word), uses));
    }

    /** The terms of a question that was sent. Rules of a version that is not at hand cost one trip more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Terms answered(TermsQuery sent) {
        return new Terms(atHand.of(sent.store(), sent.version()), sent.code());
    }

    /** What a basket costs; a code that does not hold is among what was lost. Asks nobody. */
    public PricedBasket price(Basket basket, Terms terms, Instant now) {
        return PriceCalculation.of(basket, terms, now);
    }

    /**
     * Uses a code for an order: a row when it happened. After {@link #terms} in the same step it always does; without a row
     * the step was overtaken and must roll back.
     */
    public Query<Boolean> use(StoreId store, UUID code, @Nullable Phone phone, UUID order, Instant now) {
        return codeStore.use(store, uuidGenerator.next(), code, phone, order, now);
    }

    /** Gives back whatever code an order used: a row when there was one. The second time there is none. */
    public Query<Boolean> giveBack(StoreId store, UUID order, Instant now) {
        return codeStore.giveBack(store, order, now);
    }

    /** Whether a code would hold for an order of this value now; the limit for each customer is not looked at. */
    @Transactional(readOnly = true)
    public ValidateCodeResult validate(StoreId store, String code, long value) {
        var question = preview(store, code, null);
        pipeline.send(question.parts());
        var named = question.code();
        var refusal = new Terms(PriceRules.NONE, named).refusal(value, clock.instant());
        if (refusal.isPresent() || named == null || named.found() == null) {
            return new ValidateCodeResult.DoesNot(refusal.orElse(CodeRefusal.UNKNOWN));
        }
        var discount = named.found().details().discount();
        return new ValidateCodeResult.Holds(discount, discount.off(value));
    }

    // Whoever makes or changes a code or a rule says in which currency its amounts were read.

    @Transactional(readOnly = true)
    public Page<DiscountCode> listCodes(StoreId store, Paging paging) {
        return codeStore.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<DiscountCode> code(StoreId store, UUID id) {
        return codeStore.find(store, id);
    }

    @Transactional
    public SaveCodeResult createCode(StoreId store, Actor actor, Currency currency, DiscountCode.Details details) {
        stores.keepCurrency(store, currency);
        return discountCodes.create(store, actor, details);
    }

    /** {@code change} sees the code locked as it is and answers it as it shall be. */
    @Transactional
    public SaveCodeResult changeCode(
            StoreId store, Actor actor, Currency currency, UUID id, UnaryOperator<DiscountCode.Details> change) {
        stores.keepCurrency(store, currency);
        return discountCodes.change(store, actor, id, change);
    }

    /** False when there is none. Its word is free again. */
    @Transactional
    public boolean deleteCode(StoreId store, Actor actor, UUID id) {
        return discountCodes.delete(store, actor, id);
    }

    @Transactional(readOnly = true)
    public Page<DiscountRule> listDiscountRules(StoreId store, Paging paging) {
        return discountRuleStore.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<DiscountRule> discountRule(StoreId store, UUID id) {
        return discountRuleStore.find(store, id);
    }

    @Transactional
    public DiscountRule createDiscountRule(
            StoreId store, Actor actor, Currency currency, DiscountRule.Details details) {
        stores.keepCurrency(store, currency);
        return discountRules.create(store, actor, details);
    }

    @Transactional
    public Optional<DiscountRule> changeDiscountRule(
            StoreId store, Actor actor, Currency currency, UUID id, UnaryOperator<DiscountRule.Details> change) {
        stores.keepCurrency(store, currency);
        return discountRules.change(store, actor, id, change);
    }

    @Transactional
    public boolean deleteDiscountRule(StoreId store, Actor actor, UUID id) {
        return discountRules.delete(store, actor, id);
    }

    @Transactional(readOnly = true)
    public Page<ShippingRule> listShippingRules(StoreId store, Paging paging) {
        return shippingRuleStore.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<ShippingRule> shippingRule(StoreId store, UUID id) {
        return shippingRuleStore.find(store, id);
    }

    @Transactional
    public ShippingRule createShippingRule(
            StoreId store, Actor actor, Currency currency, ShippingRule.Details details) {
        stores.keepCurrency(store, currency);
        return shippingRules.create(store, actor, details);
    }

    @Transactional
    public Optional<ShippingRule> changeShippingRule(
            StoreId store, Actor actor, Currency currency, UUID id, UnaryOperator<ShippingRule.Details> change) {
        stores.keepCurrency(store, currency);
        return shippingRules.change(store, actor, id, change);
    }

    @Transactional
    public boolean deleteShippingRule(StoreId store, Actor actor, UUID id) {
        return shippingRules.delete(store, actor, id);
    }
}
