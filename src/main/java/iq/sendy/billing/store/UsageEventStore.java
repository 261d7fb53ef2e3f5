package iq.sendy.billing.store;

import iq.sendy.billing.CallId;
import iq.sendy.billing.DiscardedCalls;
import iq.sendy.billing.UsageEvent;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Events of usage: never changed. {@code one_event_per_call} counts each call once, {@code reversed_once} takes it back
 * once. Whatever appends one adds it to its period in the same statement, so that the sum is always right.
 */
@Component
public class UsageEventStore {

    private static final String COUNTED = """
             update billing.usage_period as p
             set input_tokens = p.input_tokens + counted.input, output_tokens = p.output_tokens + counted.output
            """;

    /**
     * Counts the call into the period that runs, which must be {@linkplain UsagePeriodStore#lockRunning locked} by the
     * statement before; no row when none runs, or when it was counted before.
     */
    public Query<Boolean> count(StoreId store, UUID id, UsageEvent event) {
        var tokens = event.tokens();
        return Query.flag("""
                        with counted as (
                            insert into billing.ai_usage_event
                                (store_id, id, job_id, attempt, call_no, ai_provider_code, ai_model_code, provider_request_id,
                                 input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens,
                                 is_estimated, outcome, is_billable, completed_at, recorded_at)
                            select :store, :id, :job, :attempt, :call, :provider, :model, :request::text,
                                   :input, :output, :cachedRead, :cacheWrite, :reasoning,
                                   :estimated, :outcome, :billable, at.now, at.now
                            from (select\s""" + UsageTime.NOW + """
                             as now) as at
                            join billing.usage_period as running
                              on running.store_id = :store and running.started_at <= at.now and at.now < running.ends_at
                            on conflict (store_id, job_id, attempt, call_no) where reverses is null do nothing
                            returning completed_at, case when is_billable then input_tokens else 0 end as input,
                                      case when is_billable then output_tokens else 0 end as output
                        )
                        """ + COUNTED + """
                        from counted
                        where p.store_id = :store and p.started_at <= counted.completed_at and counted.completed_at < p.ends_at
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

    /** The periods that the calls were counted in, in the order of all locks. */
    public Query<Boolean> lockPeriodsOf(StoreId store, DiscardedCalls calls) {
        return Query.write("""
                        select true from billing.usage_period as p
                        where p.store_id = :store
                          and exists (select 1 from billing.ai_usage_event as e
                                      where e.store_id = :store and e.job_id = :job and e.reverses is null and e.is_billable
                                        and e.completed_at >= p.started_at and e.completed_at < p.ends_at)
                        order by p.started_at for update
                        """).param("store", store.value()).param("job", calls.job());
    }

    /** Takes calls back that were billable and were not taken back, and answers how many those are. */
    public Query<Long> reverse(StoreId store, DiscardedCalls calls) {
        return Query.number("""
                        with counted as (
                            insert into billing.ai_usage_event
                                (store_id, id, job_id, attempt, call_no, ai_provider_code, ai_model_code, provider_request_id,
                                 input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens,
                                 is_estimated, outcome, is_billable, completed_at, recorded_at, reverses, reason)
                            select e.store_id, gen_random_uuid(), e.job_id, e.attempt, e.call_no, e.ai_provider_code,
                                   e.ai_model_code, e.provider_request_id, -e.input_tokens, -e.output_tokens,
                                   -e.cached_read_tokens, -e.cache_write_tokens, -e.reasoning_tokens, e.is_estimated,
                                   e.outcome, true, e.completed_at, at.now, e.id, :reason
                            from billing.ai_usage_event as e, (select\s""" + UsageTime.NOW + """
                             as now) as at
                            where e.store_id = :store and e.job_id = :job and e.reverses is null and e.is_billable
                              and e.attempt between :firstAttempt and :lastAttempt
                              and e.call_no between :firstCall and :lastCall
                            on conflict (store_id, reverses) where reverses is not null do nothing
                            returning completed_at, input_tokens, output_tokens
                        ), summed as (
                            select q.started_at, sum(counted.input_tokens)::bigint as input,
                                   sum(counted.output_tokens)::bigint as output
                            from counted join billing.usage_period as q
                              on q.store_id = :store and q.started_at <= counted.completed_at and counted.completed_at < q.ends_at
                            group by q.started_at
                        ), added as (
                        """ + COUNTED.replace("counted.", "summed.") + """
                            from summed where p.store_id = :store and p.started_at = summed.started_at
                        )
                        select count(*) from counted
                        """)
                .param("store", store.value())
                .param("job", calls.job())
                .param("firstAttempt", calls.attempts().first())
                .param("lastAttempt", calls.attempts().last())
                .param("firstCall", calls.calls().first())
                .param("lastCall", calls.calls().last())
                .param("reason", calls.reason().toString())
                .param(UsageTime.REPLAYED, UsageTime.replayed());
    }
}
