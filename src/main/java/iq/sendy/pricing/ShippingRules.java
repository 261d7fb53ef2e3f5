package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.pricing.store.ShippingRuleStore;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Making, changing and deleting shipping rules; each change has a version of its own. */
@Component
class ShippingRules {

    private final ShippingRuleStore rules;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ShippingRules(ShippingRuleStore rules, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    ShippingRule create(StoreId store, Actor actor, ShippingRule.Details details) {
        var now = clock.instant();
        var rule = new ShippingRule(uuidGenerator.next(), details, now, now);
        rules.insert(store, rule, uuidGenerator.next());
        audit.record(
                store, actor, new Audit.Change("shipping_rule.created", "shipping_rule", rule.id(), null, details));
        return rule;
    }

    Optional<ShippingRule> change(StoreId store, Actor actor, UUID id, UnaryOperator<ShippingRule.Details> change) {
        var before = rules.lock(store, id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        var details = change.apply(before.details());
        var after = new ShippingRule(id, details, before.createdAt(), clock.instant());
        rules.update(store, after, uuidGenerator.next());
        audit.record(
                store,
                actor,
                new Audit.Change("shipping_rule.updated", "shipping_rule", id, before.details(), details));
        return Optional.of(after);
    }

    boolean delete(StoreId store, Actor actor, UUID id) {
        var before = rules.lock(store, id).orElse(null);
        if (before == null) {
            return false;
        }
        rules.delete(store, id, uuidGenerator.next());
        audit.record(
                store, actor, new Audit.Change("shipping_rule.deleted", "shipping_rule", id, before.details(), null));
        return true;
    }
}
