package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.pricing.ShippingRule;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shipping rules. Every change writes the version of the store's rules anew, in the same trip. */
@Component
public class ShippingRuleStore {

    private final Pipeline pipeline;

    ShippingRuleStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public void insert(StoreId store, ShippingRule rule, UUID version) {
        var insert = values(Query.write("""
                        insert into pricing.shipping_rule
                            (store_id, id, name, rule_type, cost, min_order_value, max_order_value, min_weight_grams,
                             max_weight_grams, cost_per_kg, province_codes, priority, is_active, created_at, updated_at)
                        values (:store, :id, :name, :type, :cost, :minValue, :maxValue, :minGrams,
                                :maxGrams, :perKg, :provinces, :priority, :active, :now, :now)
                        """), store, rule);
        pipeline.send(insert, RuleStore.renew(store, version));
    }

    public void update(StoreId store, ShippingRule rule, UUID version) {
        var update = values(Query.write("""
                        update pricing.shipping_rule
                        set name = :name, rule_type = :type, cost = :cost, min_order_value = :minValue,
                            max_order_value = :maxValue, min_weight_grams = :minGrams, max_weight_grams = :maxGrams,
                            cost_per_kg = :perKg, province_codes = :provinces, priority = :priority,
                            is_active = :active, updated_at = :now
                        where store_id = :store and id = :id
                        """), store, rule);
        pipeline.send(update, RuleStore.renew(store, version));
    }

    private static Query<Boolean> values(Query<Boolean> statement, StoreId store, ShippingRule rule) {
        var details = rule.details();
        return statement
                .param("store", store.value())
                .param("id", rule.id())
                .param("name", details.name())
                .param("type", details.type().toString())
                .param("cost", details.cost())
                .param("minValue", details.minOrderValue())
                .param("maxValue", details.maxOrderValue())
                .param("minGrams", details.minWeightGrams())
                .param("maxGrams", details.maxWeightGrams())
                .param("perKg", details.costPerKg())
                .param("provinces", details.provinceCodes().toArray(String[]::new))
                .param("priority", details.priority())
                .param("active", details.active())
                .param("now", Sql.at(rule.updatedAt()));
    }

    public void delete(StoreId store, UUID rule, UUID version) {
        var delete = Query.write("delete from pricing.shipping_rule where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule);
        pipeline.send(delete, RuleStore.renew(store, version));
    }

    public Optional<ShippingRule> find(StoreId store, UUID rule) {
        return one(store, rule, "");
    }

    public Optional<ShippingRule> lock(StoreId store, UUID rule) {
        return one(store, rule, " for update");
    }

    private Optional<ShippingRule> one(StoreId store, UUID rule, String lock) {
        var question = Query.of(
                        "select " + PricingRows.SHIPPING
                                + " from pricing.shipping_rule as r where r.store_id = :store and r.id = :id" + lock,
                        PricingRows::shippingRule)
                .param("store", store.value())
                .param("id", rule);
        pipeline.send(question);
        return question.first();
    }

    /** Newest first; rows and total are one trip. */
    public Page<ShippingRule> list(StoreId store, Paging paging) {
        var after = After.of(paging);
        var found = Query.of("select " + PricingRows.SHIPPING + """
                                 from pricing.shipping_rule as r
                                where r.store_id = :store
                                    and (:after::uuid is null
                                         or (r.created_at, r.id) < (:afterAt::timestamptz, :after::uuid))
                                order by r.created_at desc, r.id desc
                                offset :offset limit :most
                                """, PricingRows::shippingRule)
                .param("store", store.value())
                .param("after", after.id())
                .param("afterAt", Sql.atOrNull(after.at()))
                .param("offset", paging.offset())
                .param("most", paging.pageSize() + 1);
        var total = Query.of(
                        "select count(*) from pricing.shipping_rule where store_id = :store",
                        (row, _) -> row.getLong(1))
                .param("store", store.value());
        pipeline.send(found, total);
        return Page.of(paging, found.answer(), total.single(), rule -> After.position(rule.createdAt(), rule.id()));
    }
}
