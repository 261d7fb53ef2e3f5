package iq.sendy.billing.store;

import iq.sendy.billing.BillingPlan;
import iq.sendy.billing.SpendCap;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions of stores. Without a row, or a plan in it, a store has the default plan. */
@Component
public class StoreSubscriptionStore {

    private static final String FROM = """
             from billing.plan as p left join billing.subscription as s on s.store_id = :store
            where p.id = coalesce(
                (select given.plan_id from billing.subscription as given where given.store_id = :store),
                (select d.id from billing.plan as d where d.is_default))
            """;

    /**
     * A subscription as it is stored.
     *
     * @param anchor null is the store's opening
     */
    public record Subscribed(BillingPlan plan, @Nullable Instant anchor, SpendCap spendCap) {}

    /** One row, always. */
    public Query<Subscribed> find(StoreId store) {
        return Query.of(
                        "select " + PlanStore.PLAN.selected() + ", s.anchored_at, s.spend_cap_iqd, s.spend_cap_tokens"
                                + FROM,
                        (row, index) -> new Subscribed(
                                PlanStore.row(row, index),
                                Sql.instantOrNull(row, "anchored_at"),
                                new SpendCap(
                                        Sql.longOrNull(row, "spend_cap_iqd"), Sql.longOrNull(row, "spend_cap_tokens"))))
                .param("store", store.value());
    }

    /** One row, always. */
    public Query<Boolean> allowsMessaging(StoreId store) {
        return Query.of("select p.allows_social_messaging" + FROM, (row, _) -> row.getBoolean(1))
                .param("store", store.value());
    }

    /** No row is no limit. */
    public Query<Long> staffLimit(StoreId store) {
        return Query.number("select p.staff_limit" + FROM + " and p.staff_limit is not null")
                .param("store", store.value());
    }

    /** Null keeps what there is. */
    public Query<Boolean> assign(StoreId store, @Nullable UUID plan, @Nullable Instant anchor, Instant now) {
        return Query.write("""
                        insert into billing.subscription as s (store_id, plan_id, anchored_at, created_at, updated_at)
                        values (:store, :plan::uuid, :anchor::timestamptz, :now, :now)
                        on conflict (store_id) do update
                        set plan_id = coalesce(excluded.plan_id, s.plan_id),
                            anchored_at = coalesce(excluded.anchored_at, s.anchored_at), updated_at = excluded.updated_at
                        """)
                .param("store", store.value())
                .param("plan", plan)
                .param("anchor", Sql.atOrNull(anchor))
                .param("now", Sql.at(now));
    }

    public Query<Boolean> cap(StoreId store, SpendCap cap, Instant now) {
        return Query.write("""
                        insert into billing.subscription (store_id, spend_cap_iqd, spend_cap_tokens, created_at, updated_at)
                        values (:store, :iqd::bigint, :tokens::bigint, :now, :now)
                        on conflict (store_id) do update
                        set spend_cap_iqd = excluded.spend_cap_iqd, spend_cap_tokens = excluded.spend_cap_tokens,
                            updated_at = excluded.updated_at
                        """)
                .param("store", store.value())
                .param("iqd", cap.iqd())
                .param("tokens", cap.tokens())
                .param("now", Sql.at(now));
    }
}
