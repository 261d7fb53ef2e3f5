package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.pricing.store.DiscountRuleStore;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Making, changing and deleting automatic discounts; each change has a version of its own. */
@Component
class DiscountRules {

    private final DiscountRuleStore rules;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DiscountRules(DiscountRuleStore rules, Audit audit, Ids ids, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    DiscountRule create(StoreId store, Actor actor, DiscountRule.Details details) {
        var now = clock.instant();
        var rule = new DiscountRule(ids.next(), details, now, now);
        rules.insert(store, rule, ids.next());
        audit.record(
                store, actor, new Audit.Change("discount_rule.created", "discount_rule", rule.id(), null, details));
        return rule;
    }

    Optional<DiscountRule> change(StoreId store, Actor actor, UUID id, UnaryOperator<DiscountRule.Details> change) {
        var before = rules.lock(store, id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        var details = change.apply(before.details());
        var after = new DiscountRule(id, details, before.createdAt(), clock.instant());
        rules.update(store, after, ids.next());
        audit.record(
                store,
                actor,
                new Audit.Change("discount_rule.updated", "discount_rule", id, before.details(), details));
        return Optional.of(after);
    }

    boolean delete(StoreId store, Actor actor, UUID id) {
        var before = rules.lock(store, id).orElse(null);
        if (before == null) {
            return false;
        }
        rules.delete(store, id, ids.next());
        audit.record(
                store, actor, new Audit.Change("discount_rule.deleted", "discount_rule", id, before.details(), null));
        return true;
    }
}
