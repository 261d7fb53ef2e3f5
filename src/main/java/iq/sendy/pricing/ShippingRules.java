package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.store.ShippingRuleStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shipping rules: what delivery costs to whom. */
@Service
public class ShippingRules extends ChangeableRules<ShippingRule, ShippingRule.ShippingRuleDetails> {

    private final ShippingRuleStore rules;

    ShippingRules(
            ShippingRuleStore rules,
            Settings storeSettings,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        super("shipping_rule", rules, storeSettings, pipeline, audit, uuidGenerator, clock);
        this.rules = rules;
    }

    /** Whether one is in force; it shares a trip. */
    public Query<Boolean> anyActive(StoreId store) {
        return rules.anyActive(store);
    }

    @Override
    ShippingRule fresh(UUID id, ShippingRule.ShippingRuleDetails details, Instant now) {
        return new ShippingRule(id, details, now, now);
    }
}
