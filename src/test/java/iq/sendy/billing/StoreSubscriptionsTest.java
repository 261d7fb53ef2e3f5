package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.platform.ids.ReplayClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A store's plan: what it may use, what it has used, and what holds when it is full. */
public class StoreSubscriptionsTest extends BillingScenario {

    @Autowired
    MovableClock clock;

    @Autowired
    Trips trips;

    private String role;

    @BeforeEach
    void make_a_role() {
        role = well(owner.post(Api.STAFF + "/rbac/roles", "{\"name\": \"Packer\", \"permissions\": []}"))
                .data("id");
    }

    @AfterEach
    void be_on_time_again() {
        clock.reset();
    }

    private Api.Reply hires(boolean active) {
        return owner.post(
                Api.STAFF + "/staff",
                Api.object()
                        .put("fullName", "سارة كريم")
                        .put("phone", Shop.newPhone())
                        .put("roleId", role)
                        .put("password", "sabah-al-khair-9")
                        .put("isActive", active));
    }

    private boolean counts(UUID job, long input, long output) {
        return ledger.settles(new CallId(job, 1, 1), input, output);
    }

    @Test
    void a_new_store_has_the_default_plan_from_its_first_day() {
        var subscription = well(owner.get(SUBSCRIPTION));

        assertThat(subscription.data().propertyNames())
                .containsExactly(
                        "planId",
                        "planName",
                        "periodStart",
                        "periodEnd",
                        "spendCapIqd",
                        "spendCapTokens",
                        "staff",
                        "orders");
        assertThat(subscription.data("staff")).isEqualTo("{\"used\":0,\"limit\":null}");
        assertThat(subscription.data("orders.limit")).isEqualTo("null");
        assertThat(Instant.parse(subscription.data("periodStart"))).isBeforeOrEqualTo(clock.instant());
        assertThat(Instant.parse(subscription.data("periodEnd"))).isAfter(clock.instant());
        assertThat(api.withKey(shop.mints("settings:read"))
                        .get(Api.KEYS + "/subscription")
                        .data())
                .isEqualTo(subscription.data());
        assertThat(shop.key().get(Api.KEYS + "/subscription").faults()).containsExactly("scope.missing");
    }

    @Test
    void the_usage_has_the_names_of_the_platform_that_runs() {
        operator.subscribes(shop, """
                {"includedInputTokensPerPeriod": 1000, "includedOutputTokensPerPeriod": null,
                 "overageInputTokenPriceIqd": 3, "overageOutputTokenPriceIqd": 15}
                """);
        var nothing = well(owner.get(USAGE));
        assertThat(nothing.data().propertyNames())
                .containsExactly(
                        "aiInputTokensUsed",
                        "aiOutputTokensUsed",
                        "includedInputTokensPerPeriod",
                        "includedOutputTokensPerPeriod",
                        "overageInputTokens",
                        "overageOutputTokens",
                        "overageInputTokenPriceIqd",
                        "overageOutputTokenPriceIqd",
                        "overageChargeIqd",
                        "periodStart",
                        "periodEnd",
                        "warnings");
        assertThat(nothing.data("aiInputTokensUsed") + nothing.data("aiOutputTokensUsed"))
                .isEqualTo("00");

        var call = UUID.randomUUID();
        assertThat(counts(call, 1_500, 700)).isTrue();
        assertThat(counts(call, 1_500, 700)).as("counted once").isFalse();
        counts(UUID.randomUUID(), 1_500, 0);
        ReplayClock.at(clock.instant().minus(Duration.ofDays(32)), () -> counts(UUID.randomUUID(), 9_000, 9_000));

        var usage = well(owner.get(USAGE));
        assertThat(usage.data("aiInputTokensUsed")).isEqualTo("3000");
        assertThat(usage.data("aiOutputTokensUsed")).isEqualTo("700");
        assertThat(usage.data("includedOutputTokensPerPeriod")).isEqualTo("null");
        assertThat(usage.data("overageInputTokens")).isEqualTo("2000");
        assertThat(usage.data("overageOutputTokens")).isEqualTo("0");
        assertThat(usage.data("overageChargeIqd")).isEqualTo("6");
        assertThat(well(Shop.opens(api).owner().get(USAGE)).data("aiInputTokensUsed"))
                .isEqualTo("0");
    }

    @Test
    void a_period_rolls_over_by_itself() {
        shop.placesOne();
        counts(UUID.randomUUID(), 10, 10);
        var before = well(owner.get(SUBSCRIPTION));
        assertThat(before.data("orders.used")).isEqualTo("1");

        var signedIn = api.withKey(shop.mints("settings:read"));
        clock.advance(Duration.ofDays(32));
        var after = well(signedIn.get(Api.KEYS + "/subscription"));

        assertThat(after.data("periodStart")).isEqualTo(before.data("periodEnd"));
        assertThat(after.data("orders.used")).isEqualTo("0");
        assertThat(well(signedIn.get(Api.KEYS + "/subscription/usage")).data("aiInputTokensUsed"))
                .isEqualTo("0");
    }

    @Test
    void orders_over_the_plan_are_taken_and_counted() {
        operator.subscribes(shop, "{\"ordersPerPeriod\": 1}");
        shop.placesOne();
        shop.placesOne();
        var third = shop.placesOne();
        well(shop.moves(third, "Cancelled"));
        Shop.opens(api).placesOne();

        assertThat(well(owner.get(SUBSCRIPTION)).data("orders")).isEqualTo("{\"used\":3,\"limit\":1}");
    }

    @Test
    void the_member_over_the_limit_is_refused() {
        operator.subscribes(shop, "{\"staffLimit\": 2}");
        var first = well(hires(true)).data("id");
        well(hires(true));

        var third = hires(true);

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.faults()).containsExactly("plan.staff_limit");
        assertThat(owner.get(Api.STAFF + "/staff").data("totalCount")).isEqualTo("2");
        assertThat(owner.get(SUBSCRIPTION).data("staff")).isEqualTo("{\"used\":2,\"limit\":2}");
        var idle = well(hires(false)).data("id");
        assertThat(owner.put(Api.STAFF + "/staff/" + idle, "{\"isActive\": true}")
                        .faults())
                .containsExactly("plan.staff_limit");
        assertThat(owner.put(Api.STAFF + "/staff/" + idle, "{\"isActive\": null}")
                        .faults())
                .containsExactly("plan.staff_limit");
        well(owner.put(Api.STAFF + "/staff/" + first, "{\"fullName\": \"X\", \"isActive\": true}"));
        well(owner.put(Api.STAFF + "/staff/" + first, "{\"isActive\": false}"));
        well(owner.put(Api.STAFF + "/staff/" + idle, "{\"isActive\": true}"));
        well(owner.delete(Api.STAFF + "/staff/" + idle));
        well(hires(true));
        assertThat(owner.get(SUBSCRIPTION).data("staff.used")).isEqualTo("2");
    }

    @Test
    void a_refused_member_leaves_nothing_behind() {
        operator.subscribes(shop, "{\"staffLimit\": 0}");
        var phone = Shop.newPhone();
        var body = Api.object()
                .put("fullName", "x")
                .put("phone", phone)
                .put("roleId", role)
                .put("password", "sabah-al-khair-9");

        assertThat(owner.post(Api.STAFF + "/staff", body).faults()).containsExactly("plan.staff_limit");
        assertThat(owner.withHeader("Idempotency-Key", phone)
                        .post(Api.STAFF + "/staff", body)
                        .faults())
                .containsExactly("plan.staff_limit");

        operator.subscribes(shop, "{\"staffLimit\": 1}");
        well(owner.withHeader("Idempotency-Key", phone).post(Api.STAFF + "/staff", body));
    }

    @Test
    void of_many_who_are_hired_at_once_as_many_come_as_the_plan_allows() {
        operator.subscribes(shop, "{\"staffLimit\": 3}");
        var idle = List.of(
                well(hires(false)).data("id"),
                well(hires(false)).data("id"),
                well(hires(false)).data("id"));

        var answers = Shop.atOnce(
                9, i -> i < 3 ? owner.put(Api.STAFF + "/staff/" + idle.get(i), "{\"isActive\": true}") : hires(true));

        assertThat(answers).allMatch(answer -> List.of(200, 409).contains(answer.status()));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(owner.get(SUBSCRIPTION).data("staff")).isEqualTo("{\"used\":3,\"limit\":3}");
    }

    @Test
    void a_smaller_plan_sends_nobody_away() {
        well(hires(true));
        well(hires(true));

        operator.subscribes(shop, "{\"staffLimit\": 1}");

        assertThat(owner.get(SUBSCRIPTION).data("staff")).isEqualTo("{\"used\":2,\"limit\":1}");
        assertThat(hires(true).faults()).containsExactly("plan.staff_limit");
    }

    @Test
    void an_operator_gives_a_store_a_plan_and_says_when_its_periods_begin() {
        var plan = well(operator.post("/plans", Operators.plan("{}"))).data("id");
        var path = "/stores/" + shop.storeId() + "/subscription";
        var opened = Instant.parse(owner.get(SUBSCRIPTION).data("periodStart"));

        var given = well(operator.put(path, Api.object().put("planId", plan)));

        assertThat(given.data("planId")).isEqualTo(plan);
        assertThat(given.data("planName")).isEqualTo("متجر نامٍ");
        assertThat(Instant.parse(given.data("periodStart")))
                .as("the period that ran is closed")
                .isAfter(opened);
        var start = clock.instant().minus(Duration.ofDays(3));
        var moved = well(operator.put(path, Api.object().put("periodStart", start.toString())));
        assertThat(Instant.parse(moved.data("periodStart"))).isEqualTo(start);
        assertThat(moved.data("planId")).isEqualTo(plan);
        assertThat(owner.get(SUBSCRIPTION).data()).isEqualTo(moved.data());
        assertThat(well(operator.put(path, "{}")).data()).isEqualTo(moved.data());
        assertThat(owner.get(Api.STAFF + "/audit-log?resourceType=subscription").data("totalCount"))
                .isEqualTo("3");
        assertThat(operator.get("/audit-log?resourceType=subscription&resourceId=" + shop.storeId())
                        .data("items.2.after.planId"))
                .isEqualTo(plan);
    }

    @Test
    void what_cannot_be_a_subscription_is_refused() {
        var path = "/stores/" + shop.storeId() + "/subscription";
        var before = owner.get(SUBSCRIPTION).data();

        assertThat(operator.put(
                                path,
                                Api.object().put("planId", UUID.randomUUID().toString()))
                        .faults())
                .containsExactly("planId plan.unknown");
        assertThat(operator.put(
                                path,
                                Api.object()
                                        .put("planId", UUID.randomUUID().toString())
                                        .put("periodStart", "soon"))
                        .faults())
                .containsExactly("periodStart field.invalid", "planId plan.unknown");
        assertThat(operator.put(path, "{\"planId\": null, \"periodStart\": null}")
                        .faults())
                .containsExactly("periodStart field.required", "planId field.required");
        assertThat(operator.put(path, "{\"planId\": 7}").faults()).containsExactly("planId field.invalid");
        for (var unknown : List.of(UUID.randomUUID().toString(), "x", new UUID(0, 0).toString())) {
            assertThat(operator.put("/stores/" + unknown + "/subscription", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(operator.put("/stores/" + unknown + "/subscription", "{\"planId\": 7}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(owner.put("/api/v1/admin" + path, "{}").status()).isEqualTo(403);
        assertThat(owner.get(SUBSCRIPTION).data()).isEqualTo(before);
    }

    @Test
    void an_operators_change_sent_again_with_its_key_happens_once() {
        var plan = well(operator.post("/plans", Operators.plan("{}"))).data("id");
        var path = "/stores/" + shop.storeId() + "/subscription";

        var first =
                well(operator.keyed("subscribe-" + plan).put(path, Api.object().put("planId", plan)));
        var again =
                well(operator.keyed("subscribe-" + plan).put(path, Api.object().put("planId", plan)));

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(owner.get(Api.STAFF + "/audit-log?resourceType=subscription").data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void a_cap_is_set_and_taken_off() {
        var set = well(owner.put(CAP, "{\"iqd\": \"١٠٠٠٠\", \"tokens\": 5000000}"));

        assertThat(set.data("spendCapIqd")).isEqualTo("10000");
        assertThat(set.data("spendCapTokens")).isEqualTo("5000000");
        var less = well(owner.put(CAP, "{\"tokens\": null}"));
        assertThat(less.data("spendCapIqd")).isEqualTo("10000");
        assertThat(less.data("spendCapTokens")).isEqualTo("null");
        assertThat(well(owner.put(CAP, "{}")).data()).isEqualTo(less.data());
        assertThat(owner.get(SUBSCRIPTION).data()).isEqualTo(less.data());
        operator.subscribes(shop, "{}");
        assertThat(owner.get(SUBSCRIPTION).data("spendCapIqd"))
                .as("whatever the plan")
                .isEqualTo("10000");
        assertThat(well(Shop.opens(api).owner().get(SUBSCRIPTION)).data("spendCapIqd"))
                .isEqualTo("null");
        assertThat(owner.get(Api.STAFF + "/audit-log?resourceType=subscription").data("items.3.after.iqd"))
                .isEqualTo("10000");
        assertThat(api.withKey(shop.mints("settings:read"))
                        .put(Api.KEYS + "/subscription/spend-cap", "{}")
                        .faults())
                .containsExactly("scope.missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"iqd": -1}                                  | iqd field.out_of_range
            {"iqd": 0.5}                                 | iqd money.fraction
            {"iqd": 1000000001}                          | iqd field.out_of_range
            {"iqd": "all"}                               | iqd field.invalid
            {"tokens": 1.5}                              | tokens field.invalid
            {"tokens": -1}                               | tokens field.out_of_range
            {"tokens": 1e30}                             | tokens field.out_of_range
            {"tokens": []}                               | tokens field.invalid
            """)
    void what_cannot_be_a_cap_is_refused(String body, String fault) {
        well(owner.post(Api.STAFF + "/settings", "{\"currencyCode\": \"USD\"}"));

        assertThat(owner.put(CAP, body).faults()).containsExactly(fault);
        assertThat(owner.get(SUBSCRIPTION).data("spendCapIqd")).isEqualTo("null");
    }

    @Test
    void caps_and_plans_that_come_at_once_do_not_lose_each_other() {
        var plan = well(operator.post("/plans", Operators.plan("{}"))).data("id");

        var answers = Shop.atOnce(9, i -> switch (i % 3) {
            case 0 -> owner.put(CAP, Api.object().put("iqd", 777));
            case 1 -> owner.put(CAP, Api.object().put("tokens", 888));
            default ->
                operator.put(
                        "/stores/" + shop.storeId() + "/subscription",
                        Api.object().put("planId", plan));
        });

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        var left = owner.get(SUBSCRIPTION);
        assertThat(left.data("planId")).isEqualTo(plan);
        assertThat(left.data("spendCapIqd") + " " + left.data("spendCapTokens")).isEqualTo("777 888");
    }

    @Test
    void a_subscription_is_read_in_four_trips_and_placing_an_order_costs_none() {
        operator.subscribes(shop, "{\"ordersPerPeriod\": 0}");
        shop.placesOne();
        well(owner.get(SUBSCRIPTION));

        assertThat(trips.during(() -> well(owner.get(SUBSCRIPTION)))).hasSizeLessThanOrEqualTo(4);
        assertThat(trips.during(() -> well(owner.get(USAGE)))).hasSizeLessThanOrEqualTo(4);
        assertThat(trips.during(shop::placesOne)).hasSizeLessThanOrEqualTo(5);
    }
}
