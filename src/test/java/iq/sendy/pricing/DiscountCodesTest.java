package iq.sendy.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Discount codes over HTTP: every row, every refusal. */
@Scenario
class DiscountCodesTest {

    private static final String CODES = Api.KEYS + "/discounts/codes";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("discounts:read", "discounts:write"));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private static ObjectNode code(String word) {
        return Api.object().put("code", word).put("discountType", "percentage").put("discountValue", 10);
    }

    private String makes(ObjectNode body) {
        var made = key.post(CODES, body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made.data("id");
    }

    /** The last day of all ends in the year after in most zones; the first began in the year before, and is taken. */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, startsAt, 1900-01-01, true",
        "America/Los_Angeles, expiresAt, 9999-12-30, true",
        "America/Los_Angeles, expiresAt, 9999-12-31, false",
        "Asia/Baghdad, expiresAt, 9999-12-31, true",
        "Asia/Baghdad, startsAt, 1900-01-01, true",
        "Asia/Baghdad, startsAt, 1899-12-31, false",
        "Asia/Baghdad, startsAt, 1900-01-02, true",
        "Asia/Baghdad, expiresAt, 9999-12-31T23:59:59-0300, false"
    })
    void a_time_that_is_answered_is_taken_back(String zone, String field, String day, boolean taken) {
        shop.owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("timezone", zone));

        var made = key.post(CODES, code("EVER").put(field, day));

        if (!taken) {
            assertThat(made.faults()).containsExactly(field + " field.invalid");
            return;
        }
        var again = key.put(CODES + "/" + made.data("id"), Api.object().put(field, made.data(field)));
        assertThat(again.status()).as(again::toString).isEqualTo(200);
        assertThat(again.data(field)).isEqualTo(made.data(field)).hasSize(24);
    }

    @Test
    void a_code_is_answered_as_it_was_sent_with_what_was_left_out_at_its_default() {
        var full = key.post(CODES, Api.object("""
                        {"code": " eid-٢٥ ", "discountType": "Percentage", "discountValue": 12.5, "minOrderValue": "٢٥٠٠٠",
                         "maxUses": 100, "perUserLimit": 1, "startsAt": "2026-01-01", "expiresAt": "2030-01-31",
                         "isActive": false, "notes": "للعيد", "usedCount": 99}
                        """));
        var least = key.post(
                CODES,
                Api.object()
                        .put("code", "FIX")
                        .put("discountType", "fixed_amount")
                        .put("discountValue", 5_000));

        assertThat(full.data("code")).isEqualTo("EID-25");
        assertThat(full.data("discountType")).isEqualTo("percentage");
        assertThat(full.data("discountValue")).isEqualTo("12.5");
        assertThat(full.data("minOrderValue")).isEqualTo("25000");
        assertThat(full.data("maxUses")).isEqualTo("100");
        assertThat(full.data("perUserLimit")).isEqualTo("1");
        assertThat(full.data("startsAt")).as("the day begins in Baghdad").isEqualTo("2025-12-31T21:00:00.000Z");
        assertThat(full.data("expiresAt")).as("and ends there").isEqualTo("2030-01-31T21:00:00.000Z");
        assertThat(full.data("isActive")).isEqualTo("false");
        assertThat(full.data("notes")).isEqualTo("للعيد");
        assertThat(full.data("usedCount")).as("is read-only").isEqualTo("0");
        assertThat(least.data("discountValue")).isEqualTo("5000");
        assertThat(least.data("isActive")).isEqualTo("true");
        for (var absent : new String[] {"minOrderValue", "maxUses", "perUserLimit", "startsAt", "expiresAt", "notes"}) {
            assertThat(least.data(absent)).as(absent).isEqualTo("null");
        }
        var read = key.get(CODES + "/" + full.data("id"));
        assertThat(read.data()).isEqualTo(full.data());
        assertThat(key.get(CODES).data().get("items").size()).isEqualTo(2);
        assertThat(key.get(CODES).data().get("items").get(0)).as("newest first").isEqualTo(least.data());
    }

    @Test
    void a_percentage_keeps_two_decimals_and_no_trailing_zeros() {
        assertThat(key.post(CODES, code("A1").put("discountValue", "33.33")).data("discountValue"))
                .isEqualTo("33.33");
        assertThat(key.post(CODES, code("A2").put("discountValue", "10.00")).data("discountValue"))
                .isEqualTo("10");
        assertThat(key.post(CODES, code("A3").put("discountValue", 100)).data("discountValue"))
                .isEqualTo("100");
        assertThat(key.post(CODES, code("A4").put("discountValue", 0.01)).data("discountValue"))
                .isEqualTo("0.01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code": null}                                                 | code field.required
            {"code": "A"}                                                  | code field.invalid
            {"code": "رمز"}                                                | code field.invalid
            {"code": "A B"}                                                | code field.invalid
            {"code": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"}                  | code field.invalid
            {"code": 12}                                                   | code field.invalid
            {"discountType": "bogo"}                                       | discountType field.unknown_value
            {"discountType": null}                                         | discountType field.required
            {"discountValue": null}                                        | discountValue field.required
            {"discountValue": 0}                                           | discountValue field.out_of_range
            {"discountValue": -1}                                          | discountValue field.out_of_range
            {"discountValue": 100.01}                                      | discountValue field.out_of_range
            {"discountValue": 12.345}                                      | discountValue field.invalid
            {"discountValue": true}                                        | discountValue field.invalid
            {"discountType": "fixed_amount", "discountValue": 0}           | discountValue field.out_of_range
            {"discountType": "fixed_amount", "discountValue": 1000000001}  | discountValue field.out_of_range
            {"discountType": "fixed_amount", "discountValue": 250.5}       | discountValue money.fraction
            {"minOrderValue": -1}                                          | minOrderValue field.out_of_range
            {"minOrderValue": 0.5}                                         | minOrderValue money.fraction
            {"maxUses": 0}                                                 | maxUses field.out_of_range
            {"maxUses": 1.5}                                               | maxUses field.invalid
            {"perUserLimit": 0}                                            | perUserLimit field.out_of_range
            {"startsAt": "tomorrow"}                                       | startsAt field.invalid
            {"startsAt": "2026-02-01", "expiresAt": "2026-01-01"}          | startsAt range.invalid
            {"startsAt": "2026-02-01T00:00:00Z", "expiresAt": "2026-02-01T00:00:00Z"} | startsAt range.invalid
            {"isActive": "yes"}                                            | isActive field.invalid
            """)
    void what_cannot_be_a_code_is_refused_when_it_is_made_and_when_it_is_changed(String fields, String fault) {
        var id = makes(code("GOOD"));
        var body = code("NEW");
        body.setAll(Api.object(fields));

        assertThat(key.post(CODES, body).faults()).containsExactly(fault);
        assertThat(key.put(CODES + "/" + id, Api.object(fields)).faults()).containsExactly(fault);
        assertThat(key.get(CODES + "/" + id).data("code")).isEqualTo("GOOD");
    }

    @Test
    void what_is_required_is_told_at_once() {
        assertThat(key.post(CODES, Api.object()).faults())
                .containsExactly("code field.required", "discountType field.required", "discountValue field.required");
    }

    @Test
    void a_change_is_partial_and_looked_at_in_its_result() {
        var id = makes(code("EID").put("minOrderValue", 1_000).put("maxUses", 5).put("notes", "a"));
        var path = CODES + "/" + id;

        var changed = key.put(path, Api.object().putNull("minOrderValue").put("perUserLimit", 2));
        assertThat(changed.data("minOrderValue")).isEqualTo("null");
        assertThat(changed.data("maxUses")).isEqualTo("5");
        assertThat(changed.data("perUserLimit")).isEqualTo("2");
        assertThat(changed.data("notes")).isEqualTo("a");
        assertThat(key.put(path, Api.object()).data("code")).isEqualTo("EID");

        assertThat(key.put(path, Api.object().put("discountType", "fixed_amount"))
                        .data("discountValue"))
                .as("the same number, of another thing")
                .isEqualTo("10");
        key.put(path, Api.object().put("discountValue", 250));
        assertThat(key.put(path, Api.object().put("discountType", "percentage")).faults())
                .containsExactly("discountValue field.out_of_range");
        key.put(path, Api.object().put("startsAt", "2026-06-01"));
        assertThat(key.put(path, Api.object().put("expiresAt", "2026-05-01")).faults())
                .containsExactly("startsAt range.invalid");
        key.put(path, Api.object().put("isActive", false));
        assertThat(key.put(path, Api.object().putNull("isActive")).data("isActive"))
                .isEqualTo("true");
    }

    @Test
    void a_word_belongs_to_one_code_and_is_free_again_when_that_is_deleted() {
        var first = makes(code("EID"));
        var other = makes(code("OTHER"));

        var taken = key.post(CODES, code("eid"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.faults()).containsExactly("code discount.code_taken");
        assertThat(key.put(CODES + "/" + other, Api.object().put("code", "Eid")).faults())
                .containsExactly("code discount.code_taken");
        assertThat(key.put(CODES + "/" + first, Api.object().put("code", "eid")).status())
                .isEqualTo(200);

        assertThat(key.delete(CODES + "/" + first).json().get("data").isNull()).isTrue();
        assertThat(key.delete(CODES + "/" + first).status()).isEqualTo(404);
        assertThat(key.get(CODES + "/" + first).status()).isEqualTo(404);
        assertThat(key.put(CODES + "/" + first, Api.object()).status()).isEqualTo(404);
        assertThat(key.get(CODES).data("totalCount")).isEqualTo("1");
        makes(code("EID"));
    }

    @Test
    void two_codes_of_one_word_at_once_are_one() {
        var answers = Shop.atOnce(8, _ -> key.post(CODES, code("RACE")).status());

        assertThat(answers)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void another_stores_code_is_not_there() {
        var foreign = Shop.opens(api);
        var id = makes(code("EID"));
        var other = api.withKey(foreign.mints("discounts:read", "discounts:write"));

        for (var path : new String[] {
            CODES + "/" + id, CODES + "/" + UUID.fromString("019301c0-0000-7000-8000-000000000001"), CODES + "/x"
        }) {
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.put(path, Api.object().put("discountValue", -1)).status())
                    .isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
        }
        assertThat(other.get(CODES).data("totalCount")).isEqualTo("0");
        assertThat(other.post(CODES, code("EID")).status()).isEqualTo(200);
        assertThat(other.get(CODES + "/validate?code=EID&orderValue=1").status())
                .isEqualTo(200);
        assertThat(key.get(CODES + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        var reader = api.withKey(shop.mints("discounts:read"));

        assertThat(reader.get(CODES).status()).isEqualTo(200);
        assertThat(reader.post(CODES, code("EID")).json().get("message").stringValue())
                .isEqualTo("Missing scope: discounts:write");
        assertThat(shop.key().get(CODES + "/validate?code=EID&orderValue=1").status())
                .isEqualTo(403);
        assertThat(shop.owner()
                        .post(Api.STAFF + "/discounts/codes", code("EID"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_cursor_goes_through_all_codes() {
        for (var i = 0; i < 5; i++) {
            makes(code("C" + i));
        }
        var first = key.get(CODES + "?per_page=3");
        var rest = key.get(CODES + "?per_page=3&cursor=" + first.data("nextCursor"));

        assertThat(first.data("items.0.code")).isEqualTo("C4");
        assertThat(rest.data().get("items").size()).isEqualTo(2);
        assertThat(rest.data("items.1.code")).isEqualTo("C0");
        assertThat(rest.data("nextCursor")).isEqualTo("null");
    }

    @Test
    void a_code_that_holds_says_what_it_takes_off() {
        makes(code("TEN").put("minOrderValue", 10_000));
        makes(code("FIX").put("discountType", "fixed_amount").put("discountValue", 5_000));

        var ten = key.get(CODES + "/validate?code=ten&orderValue=10005");
        var fix = key.get(CODES + "/validate?code=FIX&orderValue=3000");

        assertThat(ten.status()).isEqualTo(200);
        assertThat(ten.data().propertyNames())
                .containsExactlyInAnyOrder("isValid", "discountType", "discountValue", "discountAmount");
        assertThat(ten.data("isValid")).isEqualTo("true");
        assertThat(ten.data("discountType")).isEqualTo("percentage");
        assertThat(ten.data("discountValue")).isEqualTo("10");
        assertThat(ten.data("discountAmount")).as("1,000.5").isEqualTo("1001");
        assertThat(fix.data("discountAmount")).as("never more than there is").isEqualTo("3000");
    }

    @Test
    void a_code_that_does_not_hold_says_why_and_is_no_error() {
        makes(code("OFF").put("isActive", false));
        makes(code("LATER").put("startsAt", "2036-01-01"));
        makes(code("PAST").put("expiresAt", "2020-01-01"));
        makes(code("MIN").put("minOrderValue", 10_000));

        assertThat(why("NOPE", 1)).isEqualTo("discount.unknown");
        assertThat(why("OFF", 1)).isEqualTo("discount.inactive");
        assertThat(why("LATER", 1)).isEqualTo("discount.not_started");
        assertThat(why("PAST", 1)).isEqualTo("discount.expired");
        assertThat(why("MIN", 9_999)).isEqualTo("discount.minimum");
        var arabic = key.withHeader("Accept-Language", "ar").get(CODES + "/validate?code=NOPE&orderValue=1");
        assertThat(arabic.data("errorMessage")).isEqualTo("لا يوجد رمز خصم كهذا");
        assertThat(arabic.data().propertyNames()).containsExactlyInAnyOrder("isValid", "errorMessage", "errorCode");
    }

    @Test
    void a_code_begins_and_ends_with_the_clock() {
        var now = clock.instant();
        makes(code("HOUR")
                .put("startsAt", now.plusSeconds(60).toString())
                .put("expiresAt", now.plusSeconds(3_600).toString()));

        assertThat(why("HOUR", 1)).isEqualTo("discount.not_started");
        clock.advance(Duration.ofMinutes(2));
        assertThat(key.get(CODES + "/validate?code=HOUR&orderValue=1").data("isValid"))
                .isEqualTo("true");
        clock.advance(Duration.ofHours(1));
        assertThat(why("HOUR", 1)).isEqualTo("discount.expired");
    }

    @ParameterizedTest
    @CsvSource({
        "'',code field.required;orderValue field.required",
        "code=A&orderValue=,orderValue field.required",
        "code=A&orderValue=x,orderValue filter.invalid",
        "code=A&orderValue=1.5,orderValue filter.invalid",
        "code=A&orderValue=-1,orderValue field.out_of_range",
        "code=A&orderValue=1000000001,orderValue field.out_of_range"
    })
    void a_question_about_a_code_names_code_and_value(String query, String faults) {
        var reply = key.get(CODES + "/validate?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.faults()).containsExactly(faults.split(";", -1));
    }

    @Test
    void a_shop_in_dollars_has_cents() {
        shop.owner().post(Api.STAFF + "/settings", Api.object().put("currencyCode", "USD"));

        var made = key.post(
                CODES,
                Api.object()
                        .put("code", "FIVE")
                        .put("discountType", "fixed_amount")
                        .put("discountValue", 5.25)
                        .put("minOrderValue", "20.5"));

        assertThat(made.data("discountValue")).isEqualTo("5.25");
        assertThat(made.data("minOrderValue")).isEqualTo("20.5");
        assertThat(key.get(CODES + "/validate?code=FIVE&orderValue=20.50").data("discountAmount"))
                .isEqualTo("5.25");
    }

    private String why(String word, long value) {
        var reply = key.get(CODES + "/validate?code=" + word + "&orderValue=" + value);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data("isValid")).isEqualTo("false");
        assertThat(reply.data("errorMessage")).isNotBlank();
        return reply.data("errorCode");
    }
}
