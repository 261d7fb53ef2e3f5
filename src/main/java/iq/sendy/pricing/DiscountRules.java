package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.pricing.store.DiscountRuleStore;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Automatic discounts, which need no code. Whoever makes or changes one says in which currency its amounts were read. */
@Service
public class DiscountRules {

    private static final String TYPE = "discount_rule";

    private final Settings storeSettings;
    private final DiscountRuleStore rules;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    DiscountRules(
            Settings storeSettings,
            DiscountRuleStore rules,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.storeSettings = storeSettings;
        this.rules = rules;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<DiscountRule> list(StoreId store, Paging paging) {
        return rules.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<DiscountRule> find(StoreId store, UUID id) {
        return pipeline.ask(rules.find(store, id)).first();
    }

    @Transactional
    public DiscountRule create(
            StoreId store, Actor actor, Currency currency, DiscountRule.DiscountRuleDetails discountRuleDetails) {
        storeSettings.requireCurrency(store, currency);
        var now = clock.instant();
        var rule = new DiscountRule(uuidGenerator.next(), discountRuleDetails, now, now);
        pipeline.send(rules.insert(store, rule), RuleStore.renew(store, uuidGenerator.next()));
        audit.record(store, actor, Change.created(TYPE, rule.id(), discountRuleDetails));
        return rule;
    }

    /**
     * Empty when there is none.
     *
     * @param merge is given the rule as it stands under its lock, and answers it as it shall be
     */
    @Transactional
    public Optional<DiscountRule> change(
            StoreId store,
            Actor actor,
            Currency currency,
            UUID id,
            UnaryOperator<DiscountRule.DiscountRuleDetails> merge) {
        storeSettings.requireCurrency(store, currency);
        return pipeline.ask(rules.lock(store, id)).first().map(before -> {
            var after = before.with(merge.apply(before.details()), clock.instant());
            pipeline.send(rules.update(store, after), RuleStore.renew(store, uuidGenerator.next()));
            audit.record(store, actor, Change.updated(TYPE, id, before.details(), after.details()));
            return after;
        });
    }

    /** False when there is none. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var before = pipeline.ask(rules.lock(store, id)).first();
        before.ifPresent(rule -> {
            pipeline.send(rules.delete(store, id), RuleStore.renew(store, uuidGenerator.next()));
            audit.record(store, actor, Change.deleted(TYPE, id, rule.details()));
        });
        return before.isPresent();
    }
}
