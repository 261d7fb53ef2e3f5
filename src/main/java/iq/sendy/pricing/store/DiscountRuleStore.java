package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.DiscountRule;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Automatic discounts. Whoever writes one {@linkplain RuleStore#renew renews} the version in the same trip. */
@Component
public class DiscountRuleStore {

    static final Columns<DiscountRule> RULE = Columns.of(DiscountRule.class, "r")
            .uuid("id", DiscountRule::id)
            .time("created_at", DiscountRule::createdAt)
            .fixed()
            .time("updated_at", DiscountRule::updatedAt)
            .text("name", rule -> rule.details().name())
            .text("discount_type", rule -> rule.details().discount().type())
            .bigint("discount_value", rule -> PricingRows.value(rule.details().discount()))
            .uuid("category_id", rule -> rule.details().categoryId())
            .texts("channels", rule -> rule.details().channels())
            .integer("priority", rule -> rule.details().priority())
            .time("starts_at", rule -> rule.details().startsAt())
            .time("expires_at", rule -> rule.details().expiresAt())
            .bool("is_active", rule -> rule.details().active());

    private static final Keyset<DiscountRule> NEWEST = Keyset.newest("r", DiscountRule::createdAt, DiscountRule::id);

    public Query<Boolean> insert(StoreId store, DiscountRule rule) {
        return Query.write("insert into pricing.discount_rule (store_id, " + RULE.names() + ") values (:store, "
                        + RULE.values() + ")")
                .param("store", store.value())
                .row(RULE, rule);
    }

    public Query<Boolean> update(StoreId store, DiscountRule rule) {
        return Query.write("update pricing.discount_rule set " + RULE.assignments()
                        + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule.id())
                .row(RULE, rule);
    }

    public Query<Boolean> delete(StoreId store, UUID rule) {
        return Query.write("delete from pricing.discount_rule where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule);
    }

    public Query<DiscountRule> find(StoreId store, UUID rule) {
        return one(store, rule, "");
    }

    public Query<DiscountRule> lock(StoreId store, UUID rule) {
        return one(store, rule, " for update");
    }

    private static Query<DiscountRule> one(StoreId store, UUID rule, String lock) {
        return Query.of(
                        "select " + RULE.selected()
                                + " from pricing.discount_rule as r where r.store_id = :store and r.id = :id" + lock,
                        PricingRows::discountRule)
                .param("store", store.value())
                .param("id", rule);
    }

    /** Newest first. */
    public Listing<DiscountRule> list(StoreId store) {
        return Listing.select(RULE.selected(), PricingRows::discountRule)
                .from("pricing.discount_rule as r where r.store_id = :store", NEWEST)
                .param("store", store.value());
    }
}
