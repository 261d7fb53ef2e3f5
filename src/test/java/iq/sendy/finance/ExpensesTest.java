package iq.sendy.finance;

import static iq.sendy.Goods.encoded;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Expenses over HTTP: every row, every refusal, and what they add up to. */
@Scenario
public class ExpensesTest {

    private static final String EXPENSES = Api.KEYS + "/expenses";

    @Autowired
    Api api;

    @Autowired
    Trips trips;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("finance:read", "finance:write"));
    }

    private static ObjectNode rent() {
        return Api.object()
                .put("name", "إيجار المحل")
                .put("amount", 750_000)
                .put("expenseType", "Fixed")
                .put("category", "إيجار")
                .put("expenseDate", "2026-11-01");
    }

    private String books(ObjectNode expense) {
        return well(key.post(EXPENSES, expense)).data("id");
    }

    private void spends(long amount, String category, String date) {
        books(rent().put("amount", amount).put("category", category).put("expenseDate", date));
    }

    @Test
    void an_expense_is_answered_as_it_was_sent() {
        var full = well(key.post(EXPENSES, Api.object("""
                        {"name": " كهرباء ", "amount": "١٢٥٠٠٠", "expenseType": "onetime", "category": "خدمات",
                         "expenseDate": "2026-11-03T10:30:00+03:00", "notes": "المولدة"}
                        """)));
        var least = well(key.post(EXPENSES, rent()));

        assertThat(full.data().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "amount",
                        "expenseType",
                        "category",
                        "expenseDate",
                        "purchaseOrderId",
                        "notes",
                        "createdAt",
                        "updatedAt");
        assertThat(full.data("name")).isEqualTo("كهرباء");
        assertThat(full.data("amount")).isEqualTo("125000");
        assertThat(full.data("expenseType")).isEqualTo("OneTime");
        assertThat(full.data("expenseDate")).isEqualTo("2026-11-03T07:30:00.000Z");
        assertThat(full.data("notes")).isEqualTo("المولدة");
        assertThat(least.data("expenseDate"))
                .as("a date alone is the start of that day in Baghdad")
                .isEqualTo("2026-10-31T21:00:00.000Z");
        assertThat(least.data("notes")).isEqualTo("null");
        assertThat(least.data("purchaseOrderId")).isEqualTo("null");
        assertThat(key.get(EXPENSES + "/" + full.data("id")).data()).isEqualTo(full.data());
        assertThat(key.get(EXPENSES).data("items.0.id")).isEqualTo(least.data("id"));
    }

    @Test
    void every_field_that_is_missing_is_told_at_once() {
        assertThat(key.post(EXPENSES, Api.object()).faults())
                .containsExactly(
                        "amount field.required",
                        "category field.required",
                        "expenseDate field.required",
                        "expenseType field.required",
                        "name field.required");
        assertThat(key.post(EXPENSES).faults()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null}                                    | name field.required
            {"name": "  "}                                    | name field.required
            {"name": 7}                                       | name field.invalid
            {"amount": 0}                                     | amount field.out_of_range
            {"amount": -1}                                    | amount field.out_of_range
            {"amount": 1000000001}                            | amount field.out_of_range
            {"amount": 0.5}                                   | amount money.fraction
            {"amount": "lots"}                                | amount field.invalid
            {"amount": 1e30}                                  | amount field.out_of_range
            {"amount": null}                                  | amount field.required
            {"expenseType": "Monthly"}                        | expenseType field.unknown_value
            {"expenseType": ["Fixed"]}                        | expenseType field.invalid
            {"category": ""}                                  | category field.required
            {"expenseDate": "yesterday"}                      | expenseDate field.invalid
            {"expenseDate": "2026-02-30"}                     | expenseDate field.invalid
            {"expenseDate": "2026-11-01T10:00:00"}            | expenseDate field.invalid
            {"expenseDate": "1899-12-31"}                     | expenseDate field.invalid
            {"expenseDate": null}                             | expenseDate field.required
            {"purchaseOrderId": "x"}                          | purchaseOrderId field.invalid
            {"notes": {"a": 1}}                               | notes field.invalid
            """)
    void what_cannot_be_an_expense_is_refused(String fields, String fault) {
        var id = books(rent());
        var body = rent();
        body.setAll(Api.object(fields));

        assertThat(key.post(EXPENSES, body).faults()).containsExactly(fault);
        assertThat(key.put(EXPENSES + "/" + id, Api.object(fields)).faults()).containsExactly(fault);
        assertThat(key.get(EXPENSES).data("totalCount")).isEqualTo("1");
    }

    @Test
    void texts_have_their_bounds() {
        assertThat(key.post(
                                EXPENSES,
                                rent().put("name", "x".repeat(201))
                                        .put("category", "x".repeat(201))
                                        .put("notes", "x".repeat(5_001)))
                        .faults())
                .containsExactly("category field.too_long", "name field.too_long", "notes field.too_long");
        books(rent().put("name", "x".repeat(200))
                .put("category", "x".repeat(200))
                .put("notes", "x".repeat(5_000)));
    }

    @Test
    void an_expense_is_changed_in_part_and_deleted_once() {
        var path = EXPENSES + "/" + books(rent().put("notes", "شهر 11"));

        assertThat(key.put(path, Api.object().put("amount", 800_000)).data("notes"))
                .isEqualTo("شهر 11");
        var cleared = well(key.put(path, Api.object().putNull("notes")));
        assertThat(cleared.data("notes")).isEqualTo("null");
        assertThat(cleared.data("amount")).isEqualTo("800000");
        assertThat(well(key.put(path, Api.object())).data("amount")).isEqualTo("800000");
        assertThat(key.delete(path).data().isNull()).isTrue();
        assertThat(key.delete(path).status()).isEqualTo(404);
        assertThat(key.get(path).status()).isEqualTo(404);
        assertThat(key.put(path, Api.object().put("amount", "x")).status()).isEqualTo(404);
        assertThat(key.put(path, Api.object().put("amount", 1)).status()).isEqualTo(404);
    }

    @Test
    void another_stores_expenses_are_not_there() {
        var id = books(rent());
        var foreign = api.withKey(Shop.opens(api).mints("finance:read", "finance:write"));

        for (var path : List.of(EXPENSES + "/" + id, EXPENSES + "/x", EXPENSES + "/" + UUID.randomUUID())) {
            assertThat(foreign.get(path).status()).isEqualTo(404);
            assertThat(foreign.put(path, Api.object().put("amount", "x")).status())
                    .isEqualTo(404);
            assertThat(foreign.put(path, Api.object().put("amount", 1)).status())
                    .isEqualTo(404);
            assertThat(foreign.delete(path).status()).isEqualTo(404);
        }
        assertThat(foreign.get(EXPENSES).data("totalCount")).isEqualTo("0");
        assertThat(key.get(EXPENSES + "/" + id).data("amount")).isEqualTo("750000");
    }

    @Test
    void totals_are_by_category_and_by_the_months_of_the_store() {
        spends(100, "إيجار", "2026-11-01");
        spends(20, "كهرباء", "2026-10-31T20:59:59Z");
        spends(3, "كهرباء", "2026-10-31T21:00:00Z");
        spends(4_000, "Fuel", "2025-01-31");
        spends(50_000, "fuel ", "2025-01-01");

        var totals = key.get(EXPENSES + "?per_page=1").data().get("totals");

        assertThat(totals.get("count").longValue()).isEqualTo(5);
        assertThat(totals.get("amount").longValue()).isEqualTo(54_123);
        assertThat(totals.get("cost").longValue()).isEqualTo(54_123);
        assertThat(sums(totals.get("byCategory"), "category"))
                .as("however they are spelt, as the newest spells them")
                .containsExactly("fuel 2 54000", "إيجار 1 100", "كهرباء 2 23");
        assertThat(sums(totals.get("byMonth"), "month"))
                .as("the evening of the 31st in UTC is the 1st in Baghdad")
                .containsExactly("2026-11 2 103", "2026-10 1 20", "2025-01 2 54000");
    }

    @Test
    void totals_follow_the_zone_of_the_store() {
        well(shop.owner()
                .post(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\", \"timezone\": \"America/New_York\"}"));
        spends(7, "a", "2026-11-01T03:59:59Z");
        spends(5, "a", "2026-11-01T04:00:00Z");

        assertThat(sums(key.get(EXPENSES).data().get("totals").get("byMonth"), "month"))
                .containsExactly("2026-11 1 5", "2026-10 1 7");
        assertThat(key.get(EXPENSES + "?from=2026-11-01").data("totals.amount")).isEqualTo("5");
    }

    @Test
    void filters_look_at_the_day_and_the_category() {
        spends(1, "إيجار", "2026-11-01");
        spends(2, "ايجار", "2026-11-30");
        spends(4, "نقل", "2026-12-01");

        assertThat(amount("")).isEqualTo("7 3");
        assertThat(amount("?from=2026-11-01&to=2026-11-30"))
                .as("the end of the 30th")
                .isEqualTo("3 2");
        assertThat(amount("?FROM=2026-11-02")).isEqualTo("6 2");
        assertThat(amount("?to=2026-11-30T00:00:00Z"))
                .as("from 21:00Z on the 29th it is the 30th")
                .isEqualTo("3 2");
        assertThat(amount("?to=2026-11-29T21:00:00Z")).as("exclusive").isEqualTo("1 1");
        assertThat(amount("?category=" + encoded("أيجار"))).isEqualTo("3 2");
        assertThat(amount("?category=" + encoded("نقل") + "&to=2026-11-30")).isEqualTo("0 0");
        assertThat(key.get(EXPENSES + "?from=2026-12-01&to=2026-11-30").faults())
                .containsExactly("from range.invalid");
        assertThat(key.get(EXPENSES + "?from=soon&category=" + "x".repeat(201) + "&page=0")
                        .faults())
                .contains("category filter.invalid", "from filter.invalid");
    }

    @Test
    void pages_go_on_behind_their_cursor_without_totals() {
        for (var i = 1; i <= 5; i++) {
            spends(i, "a", "2026-11-0" + i);
        }
        var first = key.get(EXPENSES + "?per_page=2");
        var second = well(key.get(EXPENSES + "?per_page=2&cursor=" + first.data("nextCursor")));

        assertThat(first.data("totalPages")).isEqualTo("3");
        assertThat(first.data("items.0.amount") + first.data("items.1.amount")).isEqualTo("54");
        assertThat(second.data("items.0.amount") + second.data("items.1.amount"))
                .isEqualTo("32");
        assertThat(second.data("totals")).isEqualTo("null");
        assertThat(key.get(EXPENSES + "?category=a&per_page=2&cursor=" + first.data("nextCursor"))
                        .faults())
                .containsExactly("cursor cursor.invalid");
        assertThat(well(key.get(EXPENSES + "?page=9")).data("items")).isEqualTo("[]");
    }

    /** A date that was mistyped hides nothing, and a store of many years is told its last ten. */
    @Test
    void months_far_apart_are_told_apart_and_the_oldest_are_left_out() {
        for (var year = 2015; year < 2026; year++) {
            for (var month = 1; month <= 12; month++) {
                spends(1, "a", year + "-" + (month < 10 ? "0" : "") + month + "-01");
            }
        }
        spends(9, "a", "9998-12-31");

        var totals = key.get(EXPENSES).data().get("totals");

        var months = sums(totals.get("byMonth"), "month");
        assertThat(months)
                .hasSizeBetween(119, 120)
                .startsWith("9998-12 1 9", "2025-12 1 1")
                .doesNotContain("2015-01 1 1");
        assertThat(months).allMatch(line -> line.endsWith(" 1 1") || line.endsWith(" 1 9"));
        assertThat(totals.get("amount").longValue()).isEqualTo(11 * 12 + 9);
    }

    @Test
    void cents_of_a_store_in_dollars_are_kept() {
        well(shop.owner().post(Api.STAFF + "/settings", "{\"currencyCode\": \"USD\"}"));
        var id = books(rent().put("amount", 0.01));

        assertThat(key.get(EXPENSES + "/" + id).data("amount")).isEqualTo("0.01");
        assertThat(key.post(EXPENSES, rent().put("amount", 0)).faults()).containsExactly("amount field.out_of_range");
        assertThat(key.post(EXPENSES, rent().put("amount", 0.001)).faults()).containsExactly("amount money.fraction");
        assertThat(shop.owner()
                        .put(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\"}")
                        .faults())
                .containsExactly("currencyCode settings.currency_locked");
        well(key.delete(EXPENSES + "/" + id));
        well(shop.owner().put(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\"}"));
    }

    @Test
    void an_expense_and_a_change_of_currency_at_once_do_not_miss_each_other() {
        for (var round = 0; round < 10; round++) {
            open();
            well(shop.owner().post(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\"}"));
            var answers = Shop.atOnce(
                    2,
                    i -> i == 0
                            ? key.post(EXPENSES, rent())
                            : shop.owner().put(Api.STAFF + "/settings", "{\"currencyCode\": \"USD\"}"));

            assertThat(answers.getFirst().status() + " " + answers.getLast().status())
                    .isIn("200 409", "503 200", "200 200");
            if (answers.getFirst().status() == 200) {
                assertThat(key.get(EXPENSES).data("items.0.amount")).startsWith("750000");
            }
        }
    }

    @Test
    void one_of_many_who_delete_an_expense_at_once_does_it() {
        var path = EXPENSES + "/" + books(rent());

        var answers = Shop.atOnce(
                8,
                i -> i % 2 == 0 ? key.delete(path) : key.put(path, Api.object().put("amount", 1_000 + i)));

        assertThat(answers.stream().filter(answer -> answer.json().get("data").isNull() && answer.status() == 200))
                .hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 404).contains(answer.status()));
        assertThat(key.get(EXPENSES).data("totals.amount")).isEqualTo("0");
    }

    @Test
    void an_expense_that_is_sent_again_with_its_key_is_booked_once() {
        var keyed = key.withHeader("Idempotency-Key", "rent-11");

        var answers = Shop.atOnce(6, _ -> keyed.post(EXPENSES, rent()));

        assertThat(answers).allMatch(answer -> List.of(200, 409).contains(answer.status()));
        assertThat(key.get(EXPENSES).data("totalCount")).isEqualTo("1");
    }

    @Test
    void each_change_is_in_the_audit_log() {
        var path = EXPENSES + "/" + books(rent());
        well(key.put(path, Api.object().put("amount", 1)));
        well(key.delete(path));

        var log =
                shop.owner().get(Api.STAFF + "/audit-log?resourceType=expense").data();

        assertThat(log.get("items")
                        .valueStream()
                        .map(entry -> entry.get("action").stringValue()))
                .containsExactly("expense.deleted", "expense.updated", "expense.created");
        assertThat(log.at("/items/1/before/amount").longValue()).isEqualTo(750_000);
        assertThat(log.at("/items/1/after/amount").longValue()).isEqualTo(1);
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        assertThat(shop.key().get(EXPENSES).json().get("message").stringValue())
                .isEqualTo("Missing scope: finance:read");
        assertThat(api.withKey(shop.mints("finance:read"))
                        .post(EXPENSES, rent())
                        .faults())
                .containsExactly("scope.missing");
        well(shop.owner().post(Api.STAFF + "/expenses", rent()));
        assertThat(api.get(Api.STAFF + "/expenses").status()).isEqualTo(401);
    }

    @Test
    void a_list_takes_four_trips_and_a_change_five() {
        var path = EXPENSES + "/" + books(rent());
        well(key.get(EXPENSES));

        assertThat(trips.during(() -> well(key.get(EXPENSES)))).hasSizeLessThanOrEqualTo(4);
        assertThat(trips.during(() -> books(rent()))).hasSizeLessThanOrEqualTo(5);
        assertThat(trips.during(() -> well(key.put(path, Api.object().put("amount", 5)))))
                .hasSizeLessThanOrEqualTo(6);
    }

    private String amount(String filter) {
        var found = well(key.get(EXPENSES + filter));
        assertThat(found.data("totals.count")).isEqualTo(found.data("totalCount"));
        return found.data("totals.amount") + " " + found.data("totalCount");
    }

    private static List<String> sums(JsonNode totals, String of) {
        return totals.valueStream()
                .map(each -> each.get(of).stringValue() + " " + each.get("count") + " " + each.get("amount"))
                .toList();
    }
}
