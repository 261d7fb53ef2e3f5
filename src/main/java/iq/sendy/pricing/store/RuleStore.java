package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.PriceRules;
import iq.sendy.pricing.ShippingRule;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All rules of a store under their version. */
@Component
public class RuleStore {

    private final Pipeline pipeline;

    RuleStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    private sealed interface Entry {

        record Version(UUID version) implements Entry {}

        record OfDiscount(DiscountRule rule) implements Entry {}

        record OfShipping(ShippingRule rule) implements Entry {}
    }

    /** The present version; no row while the store has never had a rule. */
    public Query<UUID> version(StoreId store) {
        return Query.id("select version from pricing.rule_version where store_id = :store")
                .param("store", store.value());
    }

    /** Whether a code that is not deleted, or a rule, holds an amount of money. */
    public boolean anyAmount(StoreId store) {
        return pipeline.ask(Query.flag("""
                        select exists (
                                select from pricing.discount_code
                                where store_id = :store and deleted_at is null
                                    and (discount_type = 'fixed_amount' or min_order_value > 0))
                            or exists (
                                select from pricing.discount_rule
                                where store_id = :store and discount_type = 'fixed_amount')
                            or exists (
                                select from pricing.shipping_rule
                                where store_id = :store
                                    and greatest(cost, cost_per_kg, min_order_value, max_order_value) > 0)
                        """).param("store", store.value())).single();
    }

    /** One statement and so one moment: rules and version belong together whoever commits meanwhile. */
    public PriceRules load(StoreId store) {
        var question = Query.<Entry>of("""
                        select 'version' as kind, v.version as id, null::text as name, null::text as discount_type,
                               null::bigint as discount_value, null::uuid as category_id, null::text[] as channels,
                               null::text as rule_type, null::bigint as cost, null::bigint as min_order_value,
                               null::bigint as max_order_value, null::bigint as min_weight_grams,
                               null::bigint as max_weight_grams, null::bigint as cost_per_kg,
                               null::text[] as province_codes, null::integer as priority,
                               null::timestamptz as starts_at, null::timestamptz as expires_at,
                               null::boolean as is_active, null::timestamptz as created_at,
                               null::timestamptz as updated_at
                        from pricing.rule_version as v where v.store_id = :store
                        union all
                        select 'discount', r.id, r.name, r.discount_type, r.discount_value, r.category_id, r.channels,
                               null, null, null, null, null, null, null, null, r.priority, r.starts_at, r.expires_at,
                               r.is_active, r.created_at, r.updated_at
                        from pricing.discount_rule as r where r.store_id = :store and r.is_active
                        union all
                        select 'shipping', r.id, r.name, null, null, null, null, r.rule_type, r.cost, r.min_order_value,
                               r.max_order_value, r.min_weight_grams, r.max_weight_grams, r.cost_per_kg,
                               r.province_codes, r.priority, null, null, r.is_active, r.created_at, r.updated_at
                        from pricing.shipping_rule as r where r.store_id = :store and r.is_active
                        order by created_at, id
                        """, (row, index) -> switch (row.getString("kind")) {
                    case "version" -> new Entry.Version(row.getObject("id", UUID.class));
                    case "discount" -> new Entry.OfDiscount(PricingRows.discountRule(row, index));
                    default -> new Entry.OfShipping(PricingRows.shippingRule(row, index));
                })
                .param("store", store.value());
        pipeline.send(question);
        var discounts = new ArrayList<DiscountRule>();
        var shipping = new ArrayList<ShippingRule>();
        @Nullable UUID version = null;
        for (var entry : question.answer()) {
            switch (entry) {
                case Entry.Version(var present) -> version = present;
                case Entry.OfDiscount(var rule) -> discounts.add(rule);
                case Entry.OfShipping(var rule) -> shipping.add(rule);
            }
        }
        return new PriceRules(version, discounts, shipping);
    }

    /** A new version, which every change of a rule comes with: whoever prices by an older one asks again. */
    public static Query<Boolean> renew(StoreId store, UUID version) {
        return Query.write("""
                        insert into pricing.rule_version as v (store_id, version) values (:store, :version)
                        on conflict (store_id) do update set version = excluded.version
                        """).param("store", store.value()).param("version", version);
    }
}
