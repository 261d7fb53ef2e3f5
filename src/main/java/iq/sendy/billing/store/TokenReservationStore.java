package iq.sendy.billing.store;

import iq.sendy.billing.BudgetRequest;
import iq.sendy.billing.CallId;
import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What calls that are under way may come to. Those of processes that died lapse by the database's clock, and are
 * {@linkplain UsageEventStore#lose events} later.
 */
@Component
public class TokenReservationStore {

    public Query<Boolean> keep(StoreId store, BudgetRequest request, Duration howLong) {
        return Query.write("""
                        insert into billing.token_reservation
                            (store_id, job_id, attempt, call_no, ai_provider_code, ai_model_code, input_tokens, output_tokens, expires_at)
                        values (:store, :job, :attempt, :call, :provider, :model, :input, :output, clock_timestamp() + :howLong * interval '1 millisecond')
                        on conflict (store_id, job_id, attempt, call_no) do update
                        set input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,
                            expires_at = excluded.expires_at
                        """)
                .param("store", store.value())
                .param("job", request.call().job())
                .param("attempt", request.call().attempt())
                .param("call", request.call().number())
                .param("provider", request.provider().toString())
                .param("model", request.model())
                .param("input", request.inputEstimate())
                .param("output", request.outputMost())
                .param("howLong", howLong.toMillis());
    }

    /** All that is kept. */
    public Query<TokenCount> kept(StoreId store) {
        return Query.of("""
                        select coalesce(sum(input_tokens), 0)::bigint as input, coalesce(sum(output_tokens), 0)::bigint as output
                        from billing.token_reservation where store_id = :store and expires_at > clock_timestamp()
                        """, (row, _) -> new TokenCount(row.getLong("input"), row.getLong("output")))
                .param("store", store.value());
    }

    public Query<Boolean> delete(StoreId store, CallId call) {
        return Query.write("""
                        delete from billing.token_reservation
                        where store_id = :store and job_id = :job and attempt = :attempt and call_no = :call
                        """)
                .param("store", store.value())
                .param("job", call.job())
                .param("attempt", call.attempt())
                .param("call", call.number());
    }

    /** How many calls nobody told the end of, and that are no events yet. */
    public Query<Long> lapsed(StoreId store) {
        return Query.number(
                        "select count(*) from billing.token_reservation where store_id = :store and expires_at <= clock_timestamp()")
                .param("store", store.value());
    }
}
