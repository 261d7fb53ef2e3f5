package iq.sendy.billing.store;

import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.CountTokens;
import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import org.springframework.stereotype.Component;

/** Calls of models with their tokens: one row each, never changed; the primary key counts each call once. */
@Component
public class TokenUseStore {

    /** A row, unless the call is counted. */
    public Query<Boolean> insert(StoreId store, CountTokens call) {
        return Query.write("""
                        insert into billing.token_use (store_id, id, used_at, input_tokens, output_tokens)
                        values (:store, :id, :at, :input, :output)
                        on conflict (store_id, id) do nothing returning true
                        """)
                .param("store", store.value())
                .param("id", call.id())
                .param("at", Sql.at(call.usedAt()))
                .param("input", call.tokens().input())
                .param("output", call.tokens().output());
    }

    public Query<TokenCount> sum(StoreId store, BillingPeriod period) {
        return Query.of("""
                        select coalesce(sum(input_tokens), 0)::bigint as input, coalesce(sum(output_tokens), 0)::bigint as output
                        from billing.token_use where store_id = :store and used_at >= :start and used_at < :end
                        """, (row, _) -> new TokenCount(row.getLong("input"), row.getLong("output")))
                .param("store", store.value())
                .param("start", Sql.at(period.start()))
                .param("end", Sql.at(period.end()));
    }
}
