package iq.sendy.pricing.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.DiscountRule;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Automatic discounts. Every change writes the version of the store's rules anew, in the same trip. */
@Component
public class DiscountRuleStore {

    private final Pipeline pipeline;

    DiscountRuleStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public void insert(StoreId store, DiscountRule rule, UUID version) {
        var insert = values(Query.write("""
                        insert into pricing.discount_rule
                            (store_id, id, name, discount_type, discount_value, category_id, channels, priority,
                             starts_at, expires_at, is_active, created_at, updated_at)
                        values (:store, :id, :name, :type, :value, :category, :channels, :priority,
                                :startsAt, :expiresAt, :active, :now, :now)
                        """), store, rule);
        pipeline.send(insert, RuleStore.renew(store, version));
    }

    public void update(StoreId store, DiscountRule rule, UUID version) {
        var update = values(Query.write("""
                        update pricing.discount_rule
                        set name = :name, discount_type = :type, discount_value = :value, category_id = :category,
                            channels = :channels, priority = :priority, starts_at = :startsAt,
                            expires_at = :expiresAt, is_active = :active, updated_at = :now
                        where store_id = :store and id = :id
                        """), store, rule);
        pipeline.send(update, RuleStore.renew(store, version));
    }

    private static Query<Boolean> values(Query<Boolean> statement, StoreId store, DiscountRule rule) {
        var details = rule.details();
        return statement
                .param("store", store.value())
                .param("id", rule.id())
                .param("name", details.name())
                .param("type", details.discount().type().toString())
                .param("value", PricingRows.value(details.discount()))
                .param("category", details.categoryId())
                .param(
                        "channels",
                        details.channels().stream().map(Channel::toString).toArray(String[]::new))
                .param("priority", details.priority())
                .param("startsAt", Sql.atOrNull(details.startsAt()))
                .param("expiresAt", Sql.atOrNull(details.expiresAt()))
                .param("active", details.active())
                .param("now", Sql.at(rule.updatedAt()));
    }

    public void delete(StoreId store, UUID rule, UUID version) {
        var delete = Query.write("delete from pricing.discount_rule where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", rule);
        pipeline.send(delete, RuleStore.renew(store, version));
    }

    public Optional<DiscountRule> find(StoreId store, UUID rule) {
        return one(store, rule, "");
    }

    public Optional<DiscountRule> lock(StoreId store, UUID rule) {
        return one(store, rule, " for update");
    }

    private Optional<DiscountRule> one(StoreId store, UUID rule, String lock) {
        var question = Query.of(
                        "select " + PricingRows.DISCOUNT
                                + " from pricing.discount_rule as r where r.store_id = :store and r.id = :id" + lock,
                        PricingRows::discountRule)
                .param("store", store.value())
                .param("id", rule);
        pipeline.send(question);
        return question.first();
    }

    /** Newest first; rows and total are one trip. */
    public Page<DiscountRule> list(StoreId store, Paging paging) {
        var after = After.of(paging);
        var found = Query.of("select " + PricingRows.DISCOUNT + """
                                 from pricing.discount_rule as r
                                where r.store_id = :store
                                    and (:after::uuid is null
                                         or (r.created_at, r.id) < (:afterAt::timestamptz, :after::uuid))
                                order by r.created_at desc, r.id desc
                                offset :offset limit :most
                                """, PricingRows::discountRule)
                .param("store", store.value())
                .param("after", after.id())
                .param("afterAt", Sql.atOrNull(after.at()))
                .param("offset", paging.offset())
                .param("most", paging.pageSize() + 1);
        var total = Query.of(
                        "select count(*) from pricing.discount_rule where store_id = :store",
                        (row, _) -> row.getLong(1))
                .param("store", store.value());
        pipeline.send(found, total);
        return Page.of(paging, found.answer(), total.single(), rule -> After.position(rule.createdAt(), rule.id()));
    }
}
