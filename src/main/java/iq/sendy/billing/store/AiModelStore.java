package iq.sendy.billing.store;

import iq.sendy.billing.AiModel;
import iq.sendy.billing.AiModel.ModelTerms;
import iq.sendy.billing.AiProvider;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** AI models; {@code one_row_per_model} holds that none is there twice. */
@Component
public class AiModelStore {

    private static final Columns<AiModel> MODEL = Columns.of(AiModel.class, "m")
            .uuid("id", AiModel::id)
            .text("ai_provider_code", model -> model.terms().provider())
            .text("ai_model_code", model -> model.terms().code())
            .time("created_at", AiModel::createdAt)
            .time("updated_at", AiModel::updatedAt)
            .bigint("context_limit", model -> model.terms().contextLimit())
            .bigint("input_cost_iqd", AiModelStore::inputCost)
            .bigint("output_cost_iqd", AiModelStore::outputCost);

    private static final Keyset<AiModel> NEWEST = Keyset.newest("m", AiModel::createdAt, AiModel::id);

    private static final RowMapper<AiModel> ROW = (row, _) -> new AiModel(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            new ModelTerms(
                    WireWord.of(AiProvider.class, row.getString("ai_provider_code")),
                    row.getString("ai_model_code"),
                    row.getLong("context_limit"),
                    MarginStore.cost(row)),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    /** Newest first. */
    public Listing<AiModel> list() {
        return Listing.select(MODEL.selected(), ROW).from("billing.ai_model as m where true", NEWEST);
    }

    public Query<AiModel> all() {
        return Query.of("select " + MODEL.selected() + " from billing.ai_model as m", ROW);
    }

    public Query<AiModel> of(AiProvider provider) {
        return Query.of(
                        "select " + MODEL.selected()
                                + " from billing.ai_model as m where m.ai_provider_code = :provider",
                        ROW)
                .param("provider", provider.toString());
    }

    /** Takes all others away. */
    public Query<Boolean> keepOnly(List<AiModel> models) {
        return Query.write("delete from billing.ai_model where id <> all (:ids)")
                .param("ids", models.stream().map(AiModel::id).toArray(UUID[]::new));
    }

    public Query<Boolean> save(List<AiModel> models) {
        return Query.write(
                        "insert into billing.ai_model as standing (" + MODEL.names() + ") select " + MODEL.selected()
                                + " from " + MODEL.table()
                                + " on conflict (id) do update set context_limit = excluded.context_limit,"
                                + " input_cost_iqd = excluded.input_cost_iqd, output_cost_iqd = excluded.output_cost_iqd,"
                                + " updated_at = excluded.updated_at"
                                + " where (standing.context_limit, standing.input_cost_iqd, standing.output_cost_iqd)"
                                + " is distinct from (excluded.context_limit, excluded.input_cost_iqd, excluded.output_cost_iqd)")
                .rows(MODEL, models);
    }

    private static @Nullable Long inputCost(AiModel model) {
        var cost = model.terms().cost();
        return cost == null ? null : cost.inputIqd();
    }

    private static @Nullable Long outputCost(AiModel model) {
        var cost = model.terms().cost();
        return cost == null ? null : cost.outputIqd();
    }
}
