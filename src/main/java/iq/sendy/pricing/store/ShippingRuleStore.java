package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.ShippingRule;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shipping rules. Whoever writes one {@linkplain RuleStore#renew renews} the version in the same trip. */
@Component
public class ShippingRuleStore {

    static final Columns<ShippingRule> RULE = Columns.of(ShippingRule.class, "r")
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

    private static final Keyset<ShippingRule> NEWEST = Keyset.newest("r", ShippingRule::createdAt, ShippingRule::id);

    public Query<Boolean> insert(StoreId store, ShippingRule rule) {
        return Query.write("insert into pricing.shipping_rule (store_id, " + RULE.names() + ") values (:store, "
                        + RULE.values() + ")")
                .param("store", store.value())
                .row(RULE, rule);
    }

    public Query<Boolean> update(StoreId store, ShippingRule rule) {
        return Query.write("update pricing.shipping_rule set " + RULE.assignments()
                        + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule.id())
                .row(RULE, rule);
    }

    public Query<Boolean> delete(StoreId store, UUID rule) {
        return Query.write("delete from pricing.shipping_rule where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule);
    }

    public Query<ShippingRule> find(StoreId store, UUID rule) {
        return one(store, rule, "");
    }

    public Query<ShippingRule> lock(StoreId store, UUID rule) {
        return one(store, rule, " for update");
    }

    private static Query<ShippingRule> one(StoreId store, UUID rule, String lock) {
        return Query.of(
                        "select " + RULE.selected()
                                + " from pricing.shipping_rule as r where r.store_id = :store and r.id = :id" + lock,
                        PricingRows::shippingRule)
                .param("store", store.value())
                .param("id", rule);
    }

    /** Newest first. */
    public Listing<ShippingRule> list(StoreId store) {
        return Listing.select(RULE.selected(), PricingRows::shippingRule)
                .from("pricing.shipping_rule as r where r.store_id = :store", NEWEST)
                .param("store", store.value());
    }
}
