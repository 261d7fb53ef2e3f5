package iq.sendy.billing.store;

import iq.sendy.billing.AiProvider;
import iq.sendy.billing.ModelCost;
import iq.sendy.billing.PeriodMargin.ModelUse;
import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Usage of a store by model, beside what models cost. */
@Component
public class MarginStore {

    /**
     * A model in a period.
     *
     * @param started when the period began
     */
    public record UsedModel(Instant started, ModelUse use) {}

    /** Of the last periods, the models by how much they were used. */
    public Query<UsedModel> used(StoreId store, int most) {
        return Query.of("""
                        select p.started_at, e.ai_provider_code, e.ai_model_code,
                               count(*) filter (where e.reverses is null) as calls,
                               coalesce(sum(e.input_tokens) filter (where e.reverses is null), 0)::bigint as input,
                               coalesce(sum(e.output_tokens) filter (where e.reverses is null), 0)::bigint as output,
                               coalesce(sum(e.input_tokens) filter (where e.is_billable), 0)::bigint as paid_input,
                               coalesce(sum(e.output_tokens) filter (where e.is_billable), 0)::bigint as paid_output,
                               m.input_cost_iqd, m.output_cost_iqd
                        from (select u.started_at, u.ends_at from billing.usage_period as u
                              where u.store_id = :store order by u.started_at desc limit :most) as p
                        join billing.ai_usage_event as e
                            on e.store_id = :store and e.completed_at >= p.started_at and e.completed_at < p.ends_at
                        left join billing.ai_model as m
                            on m.ai_provider_code = e.ai_provider_code and m.ai_model_code = e.ai_model_code
                        group by p.started_at, e.ai_provider_code, e.ai_model_code, m.input_cost_iqd, m.output_cost_iqd
                        order by p.started_at desc, count(*) desc, e.ai_provider_code, e.ai_model_code
                        """, MarginStore::used).param("store", store.value()).param("most", most);
    }

    private static UsedModel used(ResultSet row, int index) throws SQLException {
        var provider = row.getString("ai_provider_code");
        return new UsedModel(
                Sql.instant(row, "started_at"),
                new ModelUse(
                        provider == null ? null : WireWord.of(AiProvider.class, provider),
                        row.getString("ai_model_code"),
                        row.getLong("calls"),
                        new TokenCount(row.getLong("input"), row.getLong("output")),
                        new TokenCount(row.getLong("paid_input"), row.getLong("paid_output")),
                        cost(row)));
    }

    static @Nullable ModelCost cost(ResultSet row) throws SQLException {
        var input = Sql.longOrNull(row, "input_cost_iqd");
        var output = Sql.longOrNull(row, "output_cost_iqd");
        return input == null || output == null ? null : new ModelCost(input, output);
    }
}
