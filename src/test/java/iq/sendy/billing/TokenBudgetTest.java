package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.billing.DiscardedCalls.DiscardReason;
import iq.sendy.billing.TokenBudget.Reservation;
import iq.sendy.billing.UsageEvent.CallTokens;
import iq.sendy.billing.UsageRecount.Recounted;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.platform.sql.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a store's agent uses is counted once, in the right period, and never beyond the cap. */
public class TokenBudgetTest extends BillingScenario {

    @Autowired
    UsagePeriodStore periods;

    @Autowired
    UsageRecount recount;

    @Autowired
    Pipeline pipeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Trips trips;

    private String used() {
        var usage = well(owner.get(USAGE));
        return usage.data("aiInputTokensUsed") + "/" + usage.data("aiOutputTokensUsed");
    }

    private long number(String sql) {
        return ledger.in(() ->
                jdbc.sql(sql).param("store", store.value()).query(Long.class).single());
    }

    private void reservationsLapse() {
        ledger.lapses(jdbc, Duration.ofSeconds(1));
    }

    @Test
    void a_call_is_kept_while_it_runs_and_counted_once_when_it_ended() {
        var call = call();

        assertThat(ledger.reserves(call, 2_000, 500)).isInstanceOf(Reservation.Granted.class);
        assertThat(used()).as("nothing is used yet").isEqualTo("0/0");
        assertThat(ledger.settles(call, 1_200, 40)).isTrue();
        assertThat(ledger.settles(call, 1_200, 40)).isFalse();
        assertThat(ledger.settles(new CallId(call.job(), 1, 2), 10, 1)).isTrue();
        assertThat(ledger.settles(new CallId(call.job(), 2, 1), 10, 1)).isTrue();

        assertThat(used()).isEqualTo("1220/42");
        assertThat(number("select count(*) from billing.token_reservation where store_id = :store"))
                .isZero();
    }

    @Test
    void a_call_that_used_nothing_leaves_nothing() {
        well(owner.put(CAP, "{\"tokens\": 1000}"));
        var call = call();
        ledger.reserves(call, 800, 200);
        assertThat(ledger.reserves(call(), 1, 0)).isInstanceOf(Reservation.Contended.class);

        ledger.releases(call);

        assertThat(ledger.reserves(call(), 800, 200)).isInstanceOf(Reservation.Granted.class);
        assertThat(used()).isEqualTo("0/0");
    }

    @Test
    void what_the_provider_counted_apart_is_kept_for_the_margin_and_counted_in_neither_direction_again() {
        ledger.settles(Ledger.event(call(), new CallTokens(1_200, 40, 1_024, 100, 16, true), true, "req_1"));

        assertThat(used()).isEqualTo("1200/40");
        assertThat(number("""
                        select cached_read_tokens * 1000000 + cache_write_tokens * 1000 + reasoning_tokens
                        from billing.ai_usage_event
                        where store_id = :store and is_estimated and provider_request_id = 'req_1'
                        """)).isEqualTo(1_024_100_016L);
    }

    @Test
    void what_the_customer_never_got_is_not_paid_and_stays_on_record() {
        var job = UUID.randomUUID();
        ledger.settles(new CallId(job, 1, 1), 100, 10);
        ledger.settles(new CallId(job, 1, 2), 200, 20);
        ledger.settles(new CallId(job, 2, 1), 400, 40);
        ledger.settles(new CallId(job, 2, 2), 800, 80);
        ledger.settles(call(), 5, 5);
        ledger.settles(Ledger.event(call(), 9_000, 9_000, false));

        ledger.discards(DiscardedCalls.ofCall(new CallId(job, 2, 1), DiscardReason.DISCARDED));
        assertThat(used()).isEqualTo("1105/115");
        ledger.discards(DiscardedCalls.before(job, 2, DiscardReason.DISCARDED));
        assertThat(used()).isEqualTo("805/85");
        ledger.discards(DiscardedCalls.ofAttempt(job, 2, DiscardReason.SEND_FAILED));
        assertThat(used()).isEqualTo("5/5");
        ledger.discards(DiscardedCalls.ofJob(job, DiscardReason.SUPERSEDED));
        ledger.discards(DiscardedCalls.ofJob(UUID.randomUUID(), DiscardReason.SUPERSEDED));
        assertThat(used()).as("once, however often it is said").isEqualTo("5/5");

        assertThat(number("select count(*) from billing.ai_usage_event where store_id = :store"))
                .isEqualTo(10);
        assertThatThrownBy(() -> number("delete from billing.ai_usage_event where store_id = :store returning 1"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> number(
                        "update billing.ai_usage_event set is_billable = false where store_id = :store returning 1"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_is_taken_back_belongs_to_the_period_of_the_call() {
        var job = UUID.randomUUID();
        var lastMonth = clock.instant().minus(Duration.ofDays(32));
        ReplayClock.at(lastMonth, () -> ledger.settles(new CallId(job, 1, 1), 700, 70));
        ReplayClock.at(lastMonth, () -> ledger.settles(call(), 7, 7));
        ledger.settles(call(), 1, 1);

        ledger.discards(DiscardedCalls.ofJob(job, DiscardReason.SUPERSEDED));

        assertThat(used()).isEqualTo("1/1");
        assertThat(number("select input_tokens from billing.usage_period where store_id = :store"
                        + " order by started_at limit 1"))
                .isEqualTo(7);
    }

    @Test
    void a_call_counts_in_the_period_in_which_it_ended() {
        ledger.settles(call(), 1, 1);
        var end = Instant.parse(well(owner.get(SUBSCRIPTION)).data("periodEnd"));
        var late = call();
        ReplayClock.at(end.minusMillis(1), () -> ledger.reserves(late, 100, 100));

        ReplayClock.at(end, () -> ledger.settles(late, 90, 90));
        ReplayClock.at(end.minusMillis(1), () -> ledger.settles(call(), 30, 30));

        assertThat(used()).isEqualTo("31/31");
        assertThat(number("select input_tokens from billing.usage_period where store_id = :store"
                        + " order by started_at desc limit 1"))
                .isEqualTo(90);
    }

    @Test
    void another_plan_closes_the_period_on_the_old_terms() {
        operator.subscribes(shop, """
                {"includedInputTokensPerPeriod": 1000, "includedOutputTokensPerPeriod": 0,
                 "overageInputTokenPriceIqd": 3, "overageOutputTokenPriceIqd": 15}
                """);
        var opened = well(owner.get(SUBSCRIPTION)).data("periodStart");
        ledger.settles(call(), 2_000, 100);

        operator.subscribes(shop, """
                {"includedInputTokensPerPeriod": 50, "includedOutputTokensPerPeriod": null,
                 "overageInputTokenPriceIqd": 1000, "overageOutputTokenPriceIqd": 1000}
                """);
        ledger.settles(call(), 60, 1_000);

        var usage = well(owner.get(USAGE));
        assertThat(usage.data("aiInputTokensUsed")).isEqualTo("60");
        assertThat(usage.data("overageChargeIqd")).isEqualTo("10");
        assertThat(Instant.parse(usage.data("periodStart"))).isAfter(Instant.parse(opened));
        assertThat(usage.data("periodStart"))
                .isEqualTo(well(owner.get(SUBSCRIPTION)).data("periodStart"));
        assertThat(number("""
                        select input_tokens * 1000000 + output_tokens * 1000 + overage_output_price
                        from billing.usage_period where store_id = :store order by started_at desc offset 1 limit 1
                        """)).isEqualTo(2_000_100_015L);
    }

    @Test
    void terms_that_an_operator_edits_hold_from_the_next_period_on() {
        var plan = operator.subscribes(shop, "{\"includedInputTokensPerPeriod\": 1000}");
        ledger.settles(call(), 1, 1);
        var end = Instant.parse(well(owner.get(SUBSCRIPTION)).data("periodEnd"));

        well(operator.put("/plans/" + plan, "{\"includedInputTokensPerPeriod\": 7}"));
        ReplayClock.at(end, () -> ledger.settles(call(), 1, 1));

        assertThat(well(owner.get(USAGE)).data("includedInputTokensPerPeriod")).isEqualTo("1000");
        assertThat(number("select included_input_tokens from billing.usage_period where store_id = :store"
                        + " order by started_at desc limit 1"))
                .isEqualTo(7);
    }

    @Test
    void the_cap_in_dinars_is_of_what_is_beyond_the_plan() {
        operator.subscribes(shop, """
                {"includedInputTokensPerPeriod": 1000, "includedOutputTokensPerPeriod": 1000,
                 "overageInputTokenPriceIqd": 1000, "overageOutputTokenPriceIqd": 2000}
                """);
        well(owner.put(CAP, "{\"iqd\": 100}"));

        assertThat(ledger.reserves(call(), 1_000, 1_051))
                .as("102 dinars")
                .isEqualTo(new Reservation.Capped(new SpendCap(100L, null)));
        var call = call();
        assertThat(ledger.reserves(call, 1_000, 1_050)).isInstanceOf(Reservation.Granted.class);
        assertThat(ledger.reserves(call(), 1, 0)).isInstanceOf(Reservation.Contended.class);
        ledger.settles(call, 1_000, 1_000);
        assertThat(ledger.reserves(call(), 100, 0)).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void a_cap_of_nothing_lets_the_agent_use_what_the_plan_includes() {
        operator.subscribes(shop, "{\"includedInputTokensPerPeriod\": 10, \"overageInputTokenPriceIqd\": 1000}");
        well(owner.put(CAP, "{\"iqd\": 0}"));

        assertThat(ledger.reserves(call(), 10, 0)).isInstanceOf(Reservation.Granted.class);
        assertThat(ledger.reserves(call(), 1, 0)).isInstanceOf(Reservation.Contended.class);
    }

    @Test
    void what_a_dead_process_had_kept_is_free_again_after_a_while_and_its_call_still_counts_if_it_comes() {
        well(owner.put(CAP, "{\"tokens\": 1000}"));
        var call = call();
        ledger.reserves(call, 900, 100);
        assertThat(ledger.reserves(call(), 10, 0)).isInstanceOf(Reservation.Contended.class);

        reservationsLapse();

        var other = call();
        assertThat(ledger.reserves(other, 900, 100)).isInstanceOf(Reservation.Granted.class);
        ledger.settles(other, 600, 100);
        ledger.settles(call, 500, 100);
        assertThat(used()).isEqualTo("1100/200");
        assertThat(ledger.reserves(call(), 0, 1)).isInstanceOf(Reservation.Capped.class);
    }

    @Test
    void a_call_whose_process_died_is_an_event_that_nobody_pays() {
        var call = call();
        ledger.reserves(call, 900, 100);
        ledger.lapses(jdbc, TokenBudget.LOST_AFTER);

        Shop.atOnce(6, _ -> ledger.reserves(call(), 1, 1));

        assertThat(number("""
                select count(*) from billing.ai_usage_event
                where store_id = :store and outcome = 'Lost' and is_estimated and not is_billable
                  and input_tokens = 900 and output_tokens = 100 and ai_model_code = 'sandbox-1'
                """)).isOne();
        assertThat(ledger.settles(call, 500, 100)).as("it told too late").isFalse();
        assertThat(number("select count(*) from billing.ai_usage_event where store_id = :store"))
                .isOne();
        assertThat(used()).isEqualTo("0/0");
    }

    @Test
    void the_store_is_told_once_that_its_cap_is_near_and_once_that_it_is_reached() {
        well(owner.put(CAP, "{\"tokens\": 1000}"));
        ledger.settles(call(), 799, 0);
        assertThat(well(owner.get(USAGE)).data("warnings")).isEqualTo("[]");
        assertThat(ledger.in(() -> budget.isLeft(store))).isTrue();

        ledger.settles(call(), 1, 0);
        ledger.settles(call(), 10, 0);
        assertThat(well(owner.get(USAGE)).data("warnings")).contains("four fifths");
        assertThat(well(owner.withHeader("Accept-Language", "ar").get(USAGE)).data("warnings"))
                .contains("سقف الصرف");
        assertThat(ledger.reserves(call(), 191, 0)).isInstanceOf(Reservation.Capped.class);
        assertThat(ledger.reserves(call(), 191, 0)).isInstanceOf(Reservation.Capped.class);
        assertThat(well(owner.get(USAGE)).data("warnings")).contains("has stopped");
        ledger.settles(call(), 200, 0);
        assertThat(ledger.in(() -> budget.isLeft(store))).isFalse();

        var actions = well(owner.get(Api.STAFF + "/audit-log?resourceType=subscription"))
                .data()
                .get("items")
                .valueStream()
                .map(item -> item.get("action").asString())
                .toList();
        assertThat(actions)
                .containsExactly(
                        "subscription.spend_cap_reached", "subscription.spend_cap_near", "subscription.updated");
        well(owner.put(CAP, "{\"tokens\": 100000}"));
        assertThat(well(owner.get(USAGE)).data("warnings")).isEqualTo("[]");
        assertThat(ledger.in(() -> budget.isLeft(store))).isTrue();
    }

    @Test
    void a_rush_that_would_fit_one_after_the_other_does_not_reach_the_cap() {
        well(owner.put(CAP, "{\"tokens\": 1000}"));
        var first = call();
        ledger.reserves(first, 500, 100);

        assertThat(ledger.reserves(call(), 401, 100)).isInstanceOf(Reservation.Contended.class);
        assertThat(well(owner.get(USAGE)).data("warnings")).isEqualTo("[]");
        ledger.settles(first, 400, 50);

        assertThat(ledger.reserves(call(), 451, 100)).isInstanceOf(Reservation.Capped.class);
        assertThat(ledger.reserves(call(), 450, 100)).isInstanceOf(Reservation.Granted.class);
        assertThat(ledger.reserves(call(), 1, 0)).as("the cap holds").isInstanceOf(Reservation.Contended.class);
    }

    @Test
    void calls_that_run_side_by_side_do_not_pass_the_cap_together() {
        well(owner.put(CAP, "{\"tokens\": 20000}"));
        var spent = new AtomicLong();

        Shop.atOnce(12, i -> {
            var job = UUID.randomUUID();
            for (var number = 1; number <= 10; number++) {
                var call = new CallId(job, 1, number);
                if (!(ledger.reserves(call, 400, 100) instanceof Reservation.Granted)) {
                    return false;
                }
                var input = 300 + ((i * 7 + number) % 100);
                assertThat(ledger.settles(call, input, 90)).isTrue();
                spent.addAndGet(input + 90);
            }
            return true;
        });

        assertThat(spent.get()).isLessThanOrEqualTo(20_000).isGreaterThan(20_000 - 12 * 500);
        assertThat(number("select input_tokens + output_tokens from billing.usage_period where store_id = :store"
                        + " order by started_at desc limit 1"))
                .isEqualTo(spent.get());
    }

    @Test
    void what_is_counted_taken_back_and_cut_at_once_adds_up() {
        var plans = IntStream.range(0, 3)
                .mapToObj(
                        _ -> well(operator.post("/plans", Operators.plan("{}"))).data("id"))
                .toList();
        var jobs = IntStream.range(0, 12).mapToObj(_ -> UUID.randomUUID()).toList();

        Shop.atOnce(15, i -> {
            if (i >= 12) {
                return well(operator.put(
                                "/stores/" + shop.storeId() + "/subscription",
                                Api.object().put("planId", plans.get(i - 12))))
                        .status();
            }
            for (var attempt = 1; attempt <= 4; attempt++) {
                ledger.settles(new CallId(jobs.get(i), attempt, 1), 100, 10);
                ledger.settles(new CallId(jobs.get(i % 6), attempt, 9), 1, 1);
                ledger.discards(DiscardedCalls.before(jobs.get(i), attempt, DiscardReason.DISCARDED));
            }
            return 200;
        });

        assertThat(number("select sum(input_tokens)::bigint from billing.usage_period where store_id = :store"))
                .isEqualTo(
                        number("select sum(input_tokens)::bigint from billing.ai_usage_event where store_id = :store"))
                .isGreaterThanOrEqualTo(1_200);
        assertThat(ledger.in(() -> pipeline.ask(periods.drifted(store)).answer()))
                .isEmpty();
        assertThat(number(TokenLedgerModelTest.GAPS)).isZero();
    }

    @Test
    void a_recount_finds_nothing_wrong_and_says_so_where_there_is() {
        ledger.settles(call(), 10, 1);
        ledger.reserves(call(), 10, 1);
        reservationsLapse();
        assertThat(ledger.in(() -> recount.recount(store))).isEqualTo(new Recounted(List.of(), 0, 1));
        ledger.lapses(jdbc, TokenBudget.LOST_AFTER);
        assertThat(ledger.in(() -> recount.recount(store))).isEqualTo(new Recounted(List.of(), 0, 0));
        assertThat(number("select count(*) from billing.ai_usage_event where store_id = :store"))
                .as("a store that is quiet has its lost calls counted at night")
                .isEqualTo(2);

        ledger.in(() -> jdbc.sql("update billing.usage_period set input_tokens = 11 where store_id = :store")
                .param("store", store.value())
                .update());

        assertThat(ledger.in(() -> recount.recount(store)).drift()).isEqualTo(1);
    }

    @Test
    void a_call_is_kept_in_one_trip_and_counted_in_one() {
        ledger.settles(call(), 1, 1);
        var call = call();

        assertThat(trips.during(() -> asServing(() -> ledger.reserves(call, 10, 10))))
                .as("open, ours, commit")
                .hasSize(3);
        assertThat(trips.during(() -> asServing(() -> ledger.settles(call, 10, 10))))
                .as("open, ours, commit")
                .hasSize(3);
    }

    /** Trips are counted of threads that serve. */
    private static void asServing(Runnable work) {
        try {
            Thread.ofPlatform().name("tomcat-handler-usage").start(work).join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
