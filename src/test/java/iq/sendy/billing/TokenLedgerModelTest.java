package iq.sendy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.accounts.Registrations;
import iq.sendy.billing.DiscardedCalls.DiscardReason;
import iq.sendy.billing.TokenBudget.Reservation;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.platform.sql.Pipeline;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The ledger against a model of it that is nothing but a list of calls: whatever happens to workers between call, ledger and
 * send, and whatever operators change meanwhile, each period is the sum of what is to be paid in it, to the token and to the
 * dinar.
 */
@Tag("proofs")
@Scenario
class TokenLedgerModelTest {

    /** Periods that do not begin where the one before ended. */
    static final String GAPS = """
            select count(*) from (
                select started_at, lag(ends_at) over (order by started_at) as before
                from billing.usage_period where store_id = :store) as p
            where p.before <> p.started_at
            """;

    private static final int STEPS = 150;

    @Autowired
    Api api;

    @Autowired
    Registrations registrations;

    @Autowired
    TokenBudget budget;

    @Autowired
    PlanAssignment assignments;

    @Autowired
    UsageRecount recount;

    @Autowired
    UsagePeriodStore periods;

    @Autowired
    Pipeline pipeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private StoreId store;
    private List<UUID> plans;
    private Ledger ledger;

    /** A call as the provider would put it on its bill. */
    private record CalledModel(CallId id, long input, long output, boolean billable, Instant ended) {}

    @BeforeEach
    void open() {
        var operator = Operators.signIn(api, registrations);
        store = new StoreId(UUID.fromString(Shop.opens(api).storeId()));
        ledger = new Ledger(store, budget, transactions);
        plans = List.of(
                plan(operator, "{\"includedInputTokensPerPeriod\": 3000, \"overageInputTokenPriceIqd\": 7}"),
                plan(operator, """
                        {"includedInputTokensPerPeriod": 0, "includedOutputTokensPerPeriod": 500,
                         "overageInputTokenPriceIqd": 3, "overageOutputTokenPriceIqd": 15}
                        """));
    }

    private static UUID plan(Operators operator, String fields) {
        return UUID.fromString(operator.post("/plans", Operators.plan(fields)).data("id"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_129})
    void every_period_is_the_sum_of_what_is_paid_in_it(long seed) {
        var random = new Random(seed);
        var ended = new LinkedHashMap<CallId, CalledModel>();
        var lost = new HashSet<CallId>();
        var reversed = new HashSet<CallId>();
        var jobs = new ArrayList<>(List.of(UUID.randomUUID()));
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1);
        for (var step = 0; step < STEPS; step++) {
            now = now.plus(
                    random.nextInt(10) == 0
                            ? Duration.ofDays(random.nextInt(20))
                            : Duration.ofMillis(1 + random.nextInt(60_000)));
            if (random.nextInt(3) == 0) {
                jobs.add(UUID.randomUUID());
            }
            var job = jobs.get(random.nextInt(jobs.size()));
            var at = now;
            switch (random.nextInt(12)) {
                case 0 -> ReplayClock.at(at, () -> discards(random, job, ended, reversed));
                case 1 -> ReplayClock.at(at, () -> assigns(plans.get(random.nextInt(2)), null));
                case 2 ->
                    ReplayClock.at(
                            at,
                            () -> assigns(random.nextBoolean() ? plans.get(random.nextInt(2)) : null, day(random, at)));
                default -> ReplayClock.at(at, () -> calls(random, call(random, job), at, ended, lost));
            }
        }
        agrees(ended, reversed);
        assertThat(ledger.lapses(jdbc, TokenBudget.LOST_AFTER))
                .as("each call of the provider is an event or lapses")
                .isEqualTo(lost.size());
        ledger.in(() -> recount.recount(store));
        assertThat(rows("select outcome from billing.ai_usage_event where store_id = :store and reverses is null"))
                .as("and what lapsed is one, too")
                .hasSize(ended.size() + lost.size())
                .filteredOn("outcome", "Lost")
                .hasSize(lost.size());
        agrees(ended, reversed);
    }

    private static CallId call(Random random, UUID job) {
        return new CallId(job, 1 + random.nextInt(3), 1 + random.nextInt(4));
    }

    private static Instant day(Random random, Instant at) {
        return at.plus(Duration.ofHours(random.nextInt(2_400) - 1_200L)).truncatedTo(ChronoUnit.MILLIS);
    }

    private boolean assigns(@Nullable UUID plan, @Nullable Instant anchor) {
        return ledger.in(() -> {
            assignments.assign(store, plan, anchor);
            return true;
        });
    }

    /** A worker may die before the ledger knows of the call, while it writes, or right after; its words may come twice. */
    private boolean calls(Random random, CallId id, Instant at, Map<CallId, CalledModel> ended, Set<CallId> lost) {
        var known = ended.containsKey(id);
        if (!known) {
            assertThat(ledger.reserves(id, 1_000, 200)).isInstanceOf(Reservation.Granted.class);
            lost.add(id);
        }
        var made = new CalledModel(id, random.nextInt(1_000), random.nextInt(200), random.nextInt(6) > 0, at);
        var event = Ledger.event(id, made.input(), made.output(), made.billable());
        var fate = random.nextInt(8);
        if (fate == 0) {
            return false;
        }
        if (fate == 1) {
            assertThatThrownBy(() -> ledger.in(() -> {
                        budget.settle(store, event);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            return false;
        }
        assertThat(ledger.settles(event)).isEqualTo(!known);
        if (fate == 2) {
            assertThat(ledger.settles(event)).isFalse();
        }
        ended.putIfAbsent(id, made);
        return lost.remove(id);
    }

    private boolean discards(Random random, UUID job, Map<CallId, CalledModel> ended, Set<CallId> reversed) {
        var attempt = 1 + random.nextInt(3);
        var number = 1 + random.nextInt(4);
        var calls = switch (random.nextInt(4)) {
            case 0 -> DiscardedCalls.ofJob(job, DiscardReason.SUPERSEDED);
            case 1 -> DiscardedCalls.ofAttempt(job, attempt, DiscardReason.SEND_FAILED);
            case 2 -> DiscardedCalls.before(job, attempt, DiscardReason.DISCARDED);
            default -> DiscardedCalls.ofCall(new CallId(job, attempt, number), DiscardReason.SKIPPED);
        };
        ended.values().stream()
                .filter(CalledModel::billable)
                .map(CalledModel::id)
                .filter(id -> id.job().equals(job))
                .filter(id -> calls.attempts().first() <= id.attempt()
                        && id.attempt() <= calls.attempts().last())
                .filter(id -> calls.calls().first() <= id.number()
                        && id.number() <= calls.calls().last())
                .forEach(reversed::add);
        return ledger.discards(calls);
    }

    private List<Map<String, @Nullable Object>> rows(String sql) {
        return ledger.in(
                () -> jdbc.sql(sql).param("store", store.value()).query().listOfRows());
    }

    private void agrees(Map<CallId, CalledModel> ended, Set<CallId> reversed) {
        var paid = ended.values().stream()
                .filter(CalledModel::billable)
                .filter(call -> !reversed.contains(call.id()))
                .toList();
        var standing = ledger.in(() -> pipeline.ask(periods.all(store)).answer());
        for (var period : standing) {
            var in = paid.stream()
                    .filter(call -> period.bounds().has(call.ended()))
                    .toList();
            var input = in.stream().mapToLong(CalledModel::input).sum();
            var output = in.stream().mapToLong(CalledModel::output).sum();
            assertThat(period.used().input()).isEqualTo(input);
            assertThat(period.used().output()).isEqualTo(output);
            assertThat(BigInteger.valueOf(period.charge()))
                    .isEqualTo(charge(period.terms().tokens(), input, output));
        }
        assertThat(standing.stream().mapToLong(period -> period.used().input()).sum())
                .isEqualTo(paid.stream().mapToLong(CalledModel::input).sum());
        assertThat(ledger.in(() -> pipeline.ask(periods.drifted(store)).answer()))
                .isEmpty();
        assertThat(ledger.in(() -> pipeline.ask(periods.outside(store)).single()))
                .isZero();
        assertThat(rows(GAPS).getFirst()).containsEntry("count", 0L);
    }

    private static BigInteger charge(TokenAllowance allowance, long input, long output) {
        var exact = beyond(input, allowance.includedInput())
                .multiply(BigInteger.valueOf(allowance.overageInputPrice()))
                .add(beyond(output, allowance.includedOutput())
                        .multiply(BigInteger.valueOf(allowance.overageOutputPrice())));
        return new BigDecimal(exact)
                .divide(BigDecimal.valueOf(1_000), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private static BigInteger beyond(long used, @Nullable Long included) {
        return included == null ? BigInteger.ZERO : BigInteger.valueOf(Math.max(0, used - included));
    }
}
