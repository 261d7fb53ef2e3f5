package iq.sendy.billing.store;

import iq.sendy.billing.CallId;
import iq.sendy.billing.DiscardedCalls;
import iq.sendy.billing.UsageEvent;
import iq.sendy.billing.UsageOutcome;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Events of usage: never changed. {@code one_event_per_call} counts each call once, {@code reversed_once} takes it back
 * once. Whatever appends one adds it to its period in the same statement, so that the sum is always right.
 */
@Component
public class UsageEventStore {

    /** Of the calls that are named, those that are still to be taken back. */
    private static final String UNPAID = """
            e.store_id = :store and e.job_id = :job and e.is_billable and e.reverses is null
              and e.attempt between :firstAttempt and :lastAttempt and e.call_no between :firstCall and :lastCall
              and not exists (select 1 from billing.ai_usage_event as r where r.store_id = :store and r.reverses = e.id)
            """;

    private static final String COUNTED = """
             update billing.usage_period as p
             set input_tokens = p.input_tokens + counted.input, output_tokens = p.output_tokens + counted.output
            """;

    /**
     * Counts the call into the period that runs; no row when none does, or when it was counted before. The time of the call
     * is taken behind the lock of the period, whose end may have come while others held it.
     */
    public Query<Boolean> count(StoreId store, UUID id, UsageEvent event) {
        var tokens = event.tokens();
        return Query.flag("""
                        with running as (
                            select locked.started_at, locked.ends_at,\s""" + UsageTime.NOW + """
                             as now
                            from (""" + UsagePeriodStore.LOCKED + """
                            ) as locked
                        ), counted as (
                            insert into billing.ai_usage_event
                                (store_id, id, job_id, attempt, call_no, ai_provider_code, ai_model_code, provider_request_id,
                                 input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens,
                                 is_estimated, outcome, is_billable, completed_at, recorded_at)
                            select :store, :id, :job, :attempt, :call, :provider, :model, :request::text,
                                   :input, :output, :cachedRead, :cacheWrite, :reasoning,
                                   :estimated, :outcome, :billable, running.now, running.now
                            from running where running.started_at <= running.now and running.now < running.ends_at
                            on conflict (store_id, job_id, attempt, call_no) where reverses is null do nothing
                            returning completed_at, case when is_billable then input_tokens else 0 end as input,
                                      case when is_billable then output_tokens else 0 end as output
                        )
                        """ + COUNTED + """
                        from counted, running where p.store_id = :store and p.started_at = running.started_at
                        returning true
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("job", event.call().job())
                .param("attempt", event.call().attempt())
                .param("call", event.call().number())
                .param("provider", event.provider().toString())
                .param("model", event.model())
                .param("request", event.requestId())
                .param("input", tokens.input())
                .param("output", tokens.output())
                .param("cachedRead", tokens.cachedRead())
                .param("cacheWrite", tokens.cacheWrite())
                .param("reasoning", tokens.reasoning())
                .param("estimated", tokens.estimated())
                .param("outcome", event.outcome().toString())
                .param("billable", event.billable())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    /**
     * Makes events of calls that nobody told the end of and that lapsed so long ago: their processes died, and whether they
     * are on the provider's bill nobody knows. None of them is paid. Whoever asks has the period locked.
     */
    public Query<Boolean> lose(StoreId store, Duration age) {
        return Query.write("""
                        with lapsed as (
                            delete from billing.token_reservation
                            where store_id = :store and expires_at <= clock_timestamp() - :age * interval '1 millisecond'
                            returning store_id, job_id, attempt, call_no, ai_provider_code, ai_model_code,
                                      input_tokens, output_tokens
                        )
                        insert into billing.ai_usage_event
                            (store_id, id, job_id, attempt, call_no, ai_provider_code, ai_model_code,
                             input_tokens, output_tokens, is_estimated, outcome, is_billable, completed_at, recorded_at)
                        select store_id, gen_random_uuid(), job_id, attempt, call_no, ai_provider_code, ai_model_code,
                               input_tokens, output_tokens, true, :outcome, false,\s""" + UsageTime.NOW + ", " + UsageTime.NOW + """
                         from lapsed
                        on conflict (store_id, job_id, attempt, call_no) where reverses is null do nothing
                        """)
                .param("store", store.value())
                .param("age", age.toMillis())
                .param("outcome", UsageOutcome.LOST.toString())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    public Query<Boolean> isCounted(StoreId store, CallId call) {
        return Query.flag("""
                        select exists (select 1 from billing.ai_usage_event
                                       where store_id = :store and job_id = :job and attempt = :attempt and call_no = :call
                                         and reverses is null)
                        """)
                .param("store", store.value())
                .param("job", call.job())
                .param("attempt", call.attempt())
                .param("call", call.number());
    }

    /**
     * Takes calls back that were billable and were not taken back. Those whose period was cut just now stay for another
     * look: their number is answered by {@link #remaining}.
     */
    public Query<Boolean> reverse(StoreId store, DiscardedCalls calls) {
        return named(
                        Query.write("""
                        with locked as (
                            select p.started_at, p.ends_at from billing.usage_period as p
                            where p.store_id = :store
                              and exists (select 1 from billing.ai_usage_event as e
                                          where e.completed_at >= p.started_at and e.completed_at < p.ends_at and\s""" + UNPAID + """
                            )
                            order by p.started_at for update
                        ), counted as (
                            insert into billing.ai_usage_event
                                (store_id, id, job_id, attempt, call_no, ai_provider_code, ai_model_code, provider_request_id,
                                 input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens,
                                 is_estimated, outcome, is_billable, completed_at, recorded_at, reverses, reason)
                            select e.store_id, gen_random_uuid(), e.job_id, e.attempt, e.call_no, e.ai_provider_code,
                                   e.ai_model_code, e.provider_request_id, -e.input_tokens, -e.output_tokens,
                                   -e.cached_read_tokens, -e.cache_write_tokens, -e.reasoning_tokens, e.is_estimated,
                                   e.outcome, true, e.completed_at,\s""" + UsageTime.NOW + """
                            , e.id, :reason
                            from billing.ai_usage_event as e
                            join locked on e.completed_at >= locked.started_at and e.completed_at < locked.ends_at
                            where\s""" + UNPAID + """
                            on conflict (store_id, reverses) where reverses is not null do nothing
                            returning completed_at, input_tokens, output_tokens
                        ), summed as (
                            select locked.started_at, sum(counted.input_tokens)::bigint as input,
                                   sum(counted.output_tokens)::bigint as output
                            from counted
                            join locked on counted.completed_at >= locked.started_at and counted.completed_at < locked.ends_at
                            group by locked.started_at
                        )
                        """
                                + COUNTED.replace("counted.", "summed.") + """
                        from summed where p.store_id = :store and p.started_at = summed.started_at
                        """),
                        store,
                        calls)
                .param("reason", calls.reason().toString())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }

    /** How many of the calls are billable and were not taken back. */
    public Query<Long> remaining(StoreId store, DiscardedCalls calls) {
        return named(Query.number("select count(*) from billing.ai_usage_event as e where " + UNPAID), store, calls);
    }

    private static <R> Query<R> named(Query<R> query, StoreId store, DiscardedCalls calls) {
        return query.param("store", store.value())
                .param("job", calls.job())
                .param("firstAttempt", calls.attempts().first())
                .param("lastAttempt", calls.attempts().last())
                .param("firstCall", calls.calls().first())
                .param("lastCall", calls.calls().last());
    }
}
