package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.TableGateway;
import iq.sendy.pricing.ShippingRule;
import org.springframework.stereotype.Component;

/** Shipping rules. Whoever writes one {@linkplain RuleStore#renew renews} the version in the same trip. */
@Component
public class ShippingRuleStore extends TableGateway<ShippingRule> {

    private static final Columns<ShippingRule> RULE = Columns.of(ShippingRule.class, "r")
            .uuid("id", ShippingRule::id)
            .time("created_at", ShippingRule::createdAt)
            .fixed()
            .time("updated_at", ShippingRule::updatedAt)
            .text("name", rule -> rule.details().name())
            .text("rule_type", rule -> rule.details().type())
            .bigint("cost", rule -> rule.details().cost())
            .bigint("min_order_value", rule -> rule.details().minOrderValue())
            .bigint("max_order_value", rule -> rule.details().maxOrderValue())
            .bigint("min_weight_grams", rule -> rule.details().minWeightGrams())
            .bigint("max_weight_grams", rule -> rule.details().maxWeightGrams())
            .bigint("cost_per_kg", rule -> rule.details().costPerKg())
            .texts("province_codes", rule -> rule.details().provinceCodes())
            .integer("priority", rule -> rule.details().priority())
            .bool("is_active", rule -> rule.details().active());

    /** Newest first. */
    private static final Keyset<ShippingRule> NEWEST = Keyset.newest("r", ShippingRule::createdAt, ShippingRule::id);

    ShippingRuleStore() {
        super("pricing.shipping_rule", RULE, NEWEST, PricingRows::shippingRule);
    }

    /** Whether one is in force. */
    public Query<Boolean> anyActive(StoreId store) {
        return Query.flag("select exists (select from pricing.shipping_rule where store_id = :store and is_active)")
                .param("store", store.value());
    }
}
