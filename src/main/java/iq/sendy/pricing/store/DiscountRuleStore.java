package iq.sendy.pricing.store;

import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.TableGateway;
import iq.sendy.pricing.DiscountRule;
import org.springframework.stereotype.Component;

/** Automatic discounts. Whoever writes one {@linkplain RuleStore#renew renews} the version in the same trip. */
@Component
public class DiscountRuleStore extends TableGateway<DiscountRule> {

    private static final Columns<DiscountRule> RULE = Columns.of(DiscountRule.class, "r")
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

    /** Newest first. */
    private static final Keyset<DiscountRule> NEWEST = Keyset.newest("r", DiscountRule::createdAt, DiscountRule::id);

    DiscountRuleStore() {
        super("pricing.discount_rule", RULE, NEWEST, PricingRows::discountRule);
    }
}
