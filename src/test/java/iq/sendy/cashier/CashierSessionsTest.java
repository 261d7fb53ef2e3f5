package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A drawer from the opening count to the closing one: contract section 8. */
@Scenario
public class CashierSessionsTest {

    private static final String NOWHERE = "/cashier/sessions/01890000-0000-7000-8000-000000000000";

    @Autowired
    Api api;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
    }

    @Test
    void a_session_begins_with_what_was_counted() {
        var opened = well(counter.post("/cashier/sessions/open", Api.object().put("openingCash", 50_000)));

        assertThat(opened.data("registerName")).isEqualTo("Main");
        assertThat(opened.data("status")).isEqualTo("Open");
        assertThat(opened.data("openingCash")).isEqualTo("50000");
        assertThat(opened.data("expectedCash")).isEqualTo("50000");
        assertThat(opened.data("openedBy.kind")).isEqualTo("key");
        assertThat(opened.data("openedBy.name")).as("what the key is called").isNotBlank();
        assertThat(opened.data("totals.Cash")).isEqualTo("0");
        assertThat(opened.data("totals.Card")).isEqualTo("0");
        assertThat(opened.data("salesCount")).isEqualTo("0");
        assertThat(opened.data("lateSales")).isEqualTo("0");
        assertThat(opened.data().get("closingCash").isNull()).isTrue();
        assertThat(opened.data().get("difference").isNull()).isTrue();
        assertThat(opened.data().get("zNumber").isNull()).isTrue();
        assertThat(counter.shows(opened.data("id")).data()).isEqualTo(opened.data());
    }

    @Test
    void a_register_has_one_open_session_and_another_register_its_own() {
        counter.session("Front", 10_000);

        var second = counter.opensWith(" Front ", 0);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.faults()).containsExactly("cashier.session_open");
        assertThat(second.json().at("/errors/0/registerName").stringValue()).isEqualTo("Front");
        well(counter.opensWith("Back", 0));
    }

    @Test
    void of_sixteen_who_open_at_once_one_does() {
        var opened = Shop.atOnce(16, _ -> counter.opensWith("Front", 1_000));

        assertThat(opened).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(opened).filteredOn(reply -> reply.status() == 409).hasSize(15);
    }

    @Test
    void cash_goes_in_and_out_and_the_drawer_adds_up() {
        var session = counter.session("Front", 10_000);

        var moved = well(counter.moves(session, "PayIn", 5_000));
        assertThat(moved.data("type")).isEqualTo("PayIn");
        assertThat(moved.data("amount")).isEqualTo("5000");
        well(counter.moves(session, "payout", 2_500));

        var shown = counter.shows(session);
        assertThat(shown.data("expectedCash")).isEqualTo("12500");
        assertThat(shown.data("cashMovements.0.reason")).isEqualTo("فكة");
        assertThat(shown.data("cashMovements.1.type")).isEqualTo("PayOut");
        assertThat(shown.data("cashMovements.1.actor.kind")).isEqualTo("key");
    }

    @Test
    void closing_states_what_was_expected_counted_and_the_difference_and_the_session_never_changes() {
        var session = counter.session("Front", 10_000);
        counter.moves(session, "PayOut", 1_000);

        var closed = well(counter.post(
                "/cashier/sessions/" + session + "/close",
                Api.object().put("closingCash", 8_750).put("notes", "نقص ربع")));

        assertThat(closed.data("status")).isEqualTo("Closed");
        assertThat(closed.data("expectedCash")).isEqualTo("9000");
        assertThat(closed.data("closingCash")).isEqualTo("8750");
        assertThat(closed.data("difference")).isEqualTo("-250");
        assertThat(closed.data("notes")).isEqualTo("نقص ربع");
        assertThat(closed.data("zNumber")).isEqualTo("1");
        assertThat(counter.shows(session).data()).isEqualTo(closed.data());
        for (var refused : List.of(counter.closes(session, 9_000), counter.moves(session, "PayIn", 1))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.faults()).containsExactly("cashier.session_closed");
        }
        assertThat(counter.shows(session).data()).isEqualTo(closed.data());
    }

    @Test
    void a_register_with_sales_that_are_not_sent_is_not_closed() {
        var session = counter.session("Front", 0);
        var path = "/cashier/sessions/" + session + "/close";

        var refused = counter.post(path, Api.object().put("closingCash", 0).put("unsent", 3));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("unsent cashier.sales_pending");
        well(counter.post(path, Api.object().put("closingCash", 0).put("unsent", 0)));
    }

    @Test
    void z_numbers_run_without_a_gap_in_each_register() {
        for (var z = 1; z <= 3; z++) {
            assertThat(well(counter.closes(counter.session("Front", 0), 0)).data("zNumber"))
                    .isEqualTo(Integer.toString(z));
        }
        assertThat(well(counter.closes(counter.session("Back", 0), 0)).data("zNumber"))
                .isEqualTo("1");
    }

    @Test
    void of_sixteen_who_close_at_once_one_does_and_one_number_is_given() {
        var session = counter.session("Front", 500);

        var closed = Shop.atOnce(16, i -> counter.closes(session, i));
        assertThat(closed).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(closed).filteredOn(reply -> reply.status() == 409).hasSize(15);
        assertThat(well(counter.closes(counter.session("Front", 0), 0)).data("zNumber"))
                .isEqualTo("2");
    }

    @Test
    void sixteen_movements_racing_one_close_are_in_it_or_refused() {
        var session = counter.session("Front", 100);
        var replies =
                Shop.atOnce(17, i -> i == 8 ? counter.closes(session, 0) : counter.moves(session, "PayIn", 1_000));

        var taken = replies.stream().filter(reply -> reply.status() == 200).count() - 1;
        assertThat(counter.shows(session).data("expectedCash")).isEqualTo(Long.toString(100 + 1_000 * taken));
        assertThat(counter.shows(session).data("cashMovements")).isNotNull();
        assertThat(counter.shows(session).data().get("cashMovements")).hasSize((int) taken);
    }

    @Test
    void the_current_session_is_the_callers_own_or_that_of_the_register_or_the_latest() {
        assertThat(counter.get("/cashier/sessions/current").status()).isEqualTo(404);
        var own = counter.session("Front", 1);
        var other = Counter.of(counter.goods());
        var later = other.session("Back", 2);

        assertThat(counter.get("/cashier/sessions/current").data("id")).isEqualTo(own);
        assertThat(other.get("/cashier/sessions/current").data("id")).isEqualTo(later);
        assertThat(Counter.of(counter.goods()).get("/cashier/sessions/current").data("id"))
                .isEqualTo(later);
        assertThat(other.get("/cashier/sessions/current?registerName=Front").data("id"))
                .isEqualTo(own);
        well(counter.closes(own, 1));
        assertThat(counter.get("/cashier/sessions/current").data("id")).isEqualTo(later);
        assertThat(counter.get("/cashier/sessions/current?registerName=Front").status())
                .isEqualTo(404);
    }

    @Test
    void sessions_are_listed_newest_first_and_by_pages() {
        var first = counter.session("A", 0);
        var second = counter.session("B", 0);
        var third = counter.session("C", 0);

        var page = well(counter.get("/cashier/sessions?per_page=2"));
        assertThat(page.data("items.0.id")).isEqualTo(third);
        assertThat(page.data("items.1.id")).isEqualTo(second);
        assertThat(page.data("totalCount")).isEqualTo("3");
        var rest = well(counter.get("/cashier/sessions?per_page=2&cursor=" + Goods.encoded(page.data("nextCursor"))));
        assertThat(rest.data("items.0.id")).isEqualTo(first);
    }

    @Test
    void a_report_shows_how_the_expected_cash_comes_about() {
        var session = counter.session("Front", 10_000);
        counter.moves(session, "PayIn", 5_000);

        var running = well(counter.get("/cashier/sessions/" + session + "/report"));
        assertThat(running.data("report")).isEqualTo("X");
        assertThat(running.data("payIns")).isEqualTo("5000");
        assertThat(running.data("expectedCash")).isEqualTo("15000");
        counter.closes(session, 15_000);
        var closing = well(counter.get("/cashier/sessions/" + session + "/report?format=JSON"));
        assertThat(closing.data("report")).isEqualTo("Z");
        assertThat(closing.data("zNumber")).isEqualTo("1");
        assertThat(closing.data("expectedCash")).isEqualTo("15000");
        assertThat(counter.get("/cashier/sessions/" + session + "/report?format=xml")
                        .faults())
                .containsExactly("format filter.invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | openingCash field.required
            {"openingCash": null}                                       | openingCash field.required
            {"openingCash": -1}                                         | openingCash field.out_of_range
            {"openingCash": 1000000001}                                 | openingCash field.out_of_range
            {"openingCash": 250.5}                                      | openingCash money.fraction
            {"openingCash": {}}                                         | openingCash field.invalid
            {"openingCash": 0, "registerName": 5}                       | registerName field.invalid
            """)
    void an_opening_that_is_wrong(String body, String fault) {
        assertThat(counter.post("/cashier/sessions/open", body).faults()).containsExactly(fault);
    }

    @Test
    void a_movement_of_less_than_a_dollar_is_taken_and_half_a_dinar_is_a_fraction() {
        var dinars = counter.session("Front", 0);
        var half = Api.object().put("type", "PayIn").put("amount", 0.5).put("reason", "فكة");
        assertThat(counter.post("/cashier/sessions/" + dinars + "/cash-movements", half)
                        .faults())
                .containsExactly("amount money.fraction");

        var abroad = Counter.opens(api);
        well(abroad.shop().owner().post(Api.STAFF + "/settings", Api.object().put("currencyCode", "USD")));
        var path = "/cashier/sessions/" + abroad.session("Front", 0);
        assertThat(well(abroad.post(path + "/cash-movements", half)).data("amount"))
                .isEqualTo("0.5");
        assertThat(abroad.post(path + "/cash-movements", half.put("amount", 0)).faults())
                .containsExactly("amount field.out_of_range");
        assertThat(abroad.shows(path.substring(18)).data("expectedCash")).isEqualTo("0.5");
    }

    @Test
    void every_failing_field_of_a_movement_and_a_closing_is_said_at_once() {
        var session = counter.session("Front", 0);
        var path = "/cashier/sessions/" + session;

        assertThat(counter.post(path + "/cash-movements", "{\"type\": \"Gift\", \"amount\": 0}")
                        .faults())
                .containsExactly("amount field.out_of_range", "reason field.required", "type field.unknown_value");
        assertThat(counter.post(
                                path + "/close",
                                "{\"closingCash\": -1, \"unsent\": -1, \"notes\": \"" + "x".repeat(5_001) + "\"}")
                        .faults())
                .containsExactly("closingCash field.out_of_range", "notes field.too_long", "unsent field.out_of_range");
    }

    @Test
    void an_unknown_session_and_another_stores_are_one_answer_whatever_the_body() {
        var foreign = "/cashier/sessions/" + Counter.opens(api).session("Front", 0);
        for (var path : List.of(NOWHERE, foreign, "/cashier/sessions/none")) {
            for (var reply : List.of(
                    counter.get(path),
                    counter.get(path + "/report"),
                    counter.post(path + "/close", "{}"),
                    counter.post(path + "/close", Api.object().put("closingCash", 0)),
                    counter.post(path + "/cash-movements", "{}"),
                    counter.moves(path.substring("/cashier/sessions/".length()), "PayIn", 1))) {
                assertThat(reply.status()).as(reply.text()).isEqualTo(404);
                assertThat(reply.faults()).containsExactly("resource.not_found");
            }
        }
    }

    @Test
    void every_change_is_in_the_audit_log() {
        var session = counter.session("Front", 10_000);
        counter.moves(session, "PayOut", 1_000);
        counter.closes(session, 9_000);

        var log = well(counter.shop().owner().get(Api.STAFF + "/audit-log"));
        var actions = log.data()
                .get("items")
                .valueStream()
                .filter(entry -> session.equals(entry.get("resourceId").stringValue("")))
                .map(entry -> entry.get("action").stringValue())
                .toList();
        assertThat(actions)
                .containsExactly("cashier_session.closed", "cashier_session.cash_moved", "cashier_session.created");
    }

    @Test
    void a_store_with_a_session_keeps_its_currency() {
        counter.session("Front", 0);
        var owner = counter.shop().owner();

        var changed = owner.post(Api.STAFF + "/settings", Api.object().put("currencyCode", "USD"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(409);
        assertThat(changed.faults()).containsExactly("currencyCode settings.currency_locked");
    }

    @Test
    void a_repeat_with_its_key_opens_nothing_more() {
        var key = UUID.randomUUID().toString();
        var once = counter.key().withHeader("Idempotency-Key", key);
        var body = Api.object().put("openingCash", 5);

        var first = well(once.post(Api.KEYS + "/cashier/sessions/open", body));
        var again = well(once.post(Api.KEYS + "/cashier/sessions/open", body));
        assertThat(again.text()).isEqualTo(first.text());
    }
}
