package iq.sendy.billing.store;

import iq.sendy.billing.BillingPlan;
import iq.sendy.billing.BillingPlan.PlanTerms;
import iq.sendy.billing.TokenAllowance;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Plans; {@code one_default_plan} holds that there is one default at most. */
@Component
public class PlanStore {

    static final Columns<BillingPlan> PLAN = Columns.of(BillingPlan.class, "p")
            .uuid("id", BillingPlan::id)
            .time("created_at", BillingPlan::createdAt)
            .fixed()
            .time("updated_at", BillingPlan::updatedAt)
            .text("name", plan -> plan.terms().name())
            .bigint("price_iqd", plan -> plan.terms().priceIqd())
            .bigint("included_input_tokens", plan -> plan.terms().tokens().includedInput())
            .bigint("included_output_tokens", plan -> plan.terms().tokens().includedOutput())
            .bigint("overage_input_price", plan -> plan.terms().tokens().overageInputPrice())
            .bigint("overage_output_price", plan -> plan.terms().tokens().overageOutputPrice())
            .bigint("staff_limit", plan -> plan.terms().staffLimit())
            .bigint("orders_per_period", plan -> plan.terms().ordersPerPeriod())
            .bool("allows_social_messaging", plan -> plan.terms().allowsSocialMessaging())
            .bool("is_default", plan -> plan.terms().isDefault());

    private static final Keyset<BillingPlan> NEWEST = Keyset.newest("p", BillingPlan::createdAt, BillingPlan::id);

    /** Newest first. */
    public Listing<BillingPlan> list() {
        return Listing.select(PLAN.selected(), PlanStore::row).from("billing.plan as p where true", NEWEST);
    }

    public Query<BillingPlan> find(UUID plan) {
        return Query.of("select " + PLAN.selected() + " from billing.plan as p where p.id = :id", PlanStore::row)
                .param("id", plan);
    }

    public Query<Boolean> insert(BillingPlan plan) {
        return Query.write("insert into billing.plan (" + PLAN.names() + ") values (" + PLAN.values() + ")")
                .row(PLAN, plan);
    }

    public Query<Boolean> update(BillingPlan plan) {
        return Query.write("update billing.plan set " + PLAN.assignments() + " where id = :id")
                .param("id", plan.id())
                .row(PLAN, plan);
    }

    /** The present default, unless it is this one, is none any more; a statement of its own, because the index looks row by row. */
    public Query<Boolean> clearDefault(UUID but, Instant now) {
        return Query.write(
                        "update billing.plan set is_default = false, updated_at = :now where is_default and id <> :but")
                .param("but", but)
                .param("now", Sql.at(now));
    }

    static BillingPlan row(ResultSet row, int index) throws SQLException {
        return new BillingPlan(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new PlanTerms(
                        row.getString("name"),
                        row.getLong("price_iqd"),
                        new TokenAllowance(
                                Sql.longOrNull(row, "included_input_tokens"),
                                Sql.longOrNull(row, "included_output_tokens"),
                                row.getLong("overage_input_price"),
                                row.getLong("overage_output_price")),
                        Sql.longOrNull(row, "staff_limit"),
                        Sql.longOrNull(row, "orders_per_period"),
                        row.getBoolean("allows_social_messaging"),
                        row.getBoolean("is_default")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
