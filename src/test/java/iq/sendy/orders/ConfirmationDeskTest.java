package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Pending orders are called, and what comes of it is recorded and moves them on. */
@Scenario
public class ConfirmationDeskTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void an_order_that_nobody_called_says_so() {
        var order = shop.places(Shop.order());

        assertThat(order.data("confirmation")).isEqualTo(none());
        assertThat(listed("").getFirst()).isEqualTo(order.data("number"));
        assertThat(shop.key().get(path(order.data("id"))).data("confirmation")).isEqualTo(none());
    }

    @Test
    void who_agrees_has_a_confirmed_order() {
        var order = shop.placesOne();

        var reply = calls(order, attempt("confirmed").put("note", "بعد الخامسة"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data("status")).isEqualTo("Confirmed");
        assertThat(reply.data("confirmation.attempts")).isEqualTo("1");
        assertThat(reply.data("confirmation.lastOutcome")).isEqualTo("Confirmed");
        assertThat(reply.data("confirmation.callAgainAt")).isEqualTo("null");
        assertThat(reply.data().get("timeline")).hasSize(2);
        assertThat(reply.data("timeline.1.type")).isEqualTo("status");
        assertThat(reply.data("timeline.1.status")).isEqualTo("Confirmed");
        assertThat(reply.data("timeline.1.outcome")).isEqualTo("Confirmed");
        assertThat(reply.data("timeline.1.note")).isEqualTo("بعد الخامسة");
        assertThat(reply.data("timeline.1.occurredAt")).isEqualTo(reply.data("confirmation.lastAt"));
        assertThat(reply.data()).isEqualTo(shop.key().get(path(order)).data());
        assertThat(audited()).contains("order.confirmation_attempted", "order.status_changed");
    }

    @Test
    void who_rejects_has_a_cancelled_order_and_goods_and_code_are_free_again() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 40_000, 1);
        var code = api.withKey(shop.mints("discounts:write")).post(Api.KEYS + "/discounts/codes", code("ONCE"));
        assertThat(code.status()).as(code.text()).isEqualTo(200);
        var basket = Shop.order().put("discountCode", "ONCE");
        basket.remove("orderValue");
        basket.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        var order = shop.places(basket).data("id");
        assertThat(shop.places(basket).status()).as("all is taken").isNotEqualTo(200);

        var reply = calls(order, attempt("Rejected"));

        assertThat(reply.data("status")).isEqualTo("Cancelled");
        assertThat(reply.data("payment.status")).isEqualTo("Void");
        assertThat(reply.data("timeline.1.outcome")).isEqualTo("Rejected");
        assertThat(shop.places(basket).status()).as("and can be had again").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoAnswer", "Busy", "WrongNumber", "CallAgain"})
    void who_was_not_reached_has_a_pending_order_still(String outcome) {
        var order = shop.placesOne();
        var body = attempt(outcome);
        if (outcome.equals("CallAgain")) {
            body.put("callAgainAt", in(Duration.ofHours(2)));
        }

        var reply = calls(order, body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data("status")).isEqualTo("Pending");
        assertThat(reply.data("confirmation.lastOutcome")).isEqualTo(outcome);
        assertThat(reply.data("timeline.1.type")).isEqualTo("confirmation");
        assertThat(reply.data("timeline.1.status")).isEqualTo("Pending");
        assertThat(reply.data("timeline.1.outcome")).isEqualTo(outcome);
        assertThat(reply.data("timeline.1.actor.kind")).isEqualTo("key");
        assertThat(reply.data()).isEqualTo(shop.key().get(path(order)).data());
        assertThat(calls(order, attempt("NoAnswer")).data("confirmation.attempts"))
                .isEqualTo("2");
        assertThat(shop.moves(order, "Confirmed").data("confirmation.attempts")).isEqualTo("2");
    }

    @Test
    void only_pending_orders_are_called_and_the_refusal_says_what_goes() {
        var order = shop.placesOne();
        shop.moves(order, "Confirmed");

        var reply = calls(order, attempt("Confirmed"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.faults()).containsExactly("order.status.forbidden");
        assertThat(reply.json().get("errors").get(0).get("allowed").toString())
                .isEqualTo("[\"Ready\",\"InTransit\",\"Cancelled\"]");
        assertThat(shop.key().get(path(order)).data("confirmation")).isEqualTo(none());
        shop.key().delete(path(order));
        assertThat(calls(order, attempt("NoAnswer")).faults()).containsExactly("order.status.forbidden");
    }

    @Test
    void every_fault_is_listed_at_once() {
        var order = shop.placesOne();

        assertThat(calls(order, Api.object()).faults()).containsExactly("outcome field.required");
        assertThat(calls(order, attempt("Maybe")).faults()).containsExactly("outcome field.unknown_value");
        assertThat(calls(order, attempt("CallAgain")).faults()).containsExactly("callAgainAt field.required");
        assertThat(calls(order, attempt("CallAgain").put("callAgainAt", in(Duration.ofSeconds(-5))))
                        .faults())
                .containsExactly("callAgainAt field.out_of_range");
        assertThat(calls(order, attempt("CallAgain").put("callAgainAt", in(Duration.ofDays(91))))
                        .faults())
                .containsExactly("callAgainAt field.out_of_range");
        assertThat(calls(order, attempt("CallAgain").put("callAgainAt", "9999-12-31T23:59:59Z"))
                        .faults())
                .containsExactly("callAgainAt field.out_of_range");
        assertThat(calls(order, attempt("Later").put("note", "ن".repeat(501)).put("callAgainAt", "tomorrow"))
                        .faults())
                .containsExactly("callAgainAt field.invalid", "note field.too_long", "outcome field.unknown_value");
        assertThat(calls(order, attempt("CallAgain").put("callAgainAt", "tomorrow"))
                        .faults())
                .containsExactly("callAgainAt field.invalid");
        assertThat(shop.key().post(path(order) + "/confirmation-attempts", "[]").status())
                .isEqualTo(400);
        assertThat(shop.key().post(path(order) + "/confirmation-attempts").status())
                .isEqualTo(415);
        var typed = Api.object("{\"outcome\":7,\"note\":{},\"callAgainAt\":[]}");
        assertThat(calls(order, typed).status()).isEqualTo(400);
        assertThat(shop.key().get(path(order)).data().get("timeline")).hasSize(1);
    }

    @Test
    void unknown_and_foreign_orders_are_answered_alike_before_the_body_is_judged() {
        var foreign = Shop.opens(api).places(Shop.order());
        var unknown = calls(UUID.randomUUID().toString(), attempt("Confirmed"));

        assertThat(unknown.status()).isEqualTo(404);
        for (var id : List.of(foreign.data("id"), foreign.data("publicId"), "x")) {
            assertThat(calls(id, attempt("Confirmed")).bytes()).isEqualTo(unknown.bytes());
            assertThat(calls(id, Api.object()).bytes()).isEqualTo(unknown.bytes());
        }
        assertThat(calls(shop.places(Shop.order()).data("publicId").toLowerCase(java.util.Locale.ROOT), attempt("Busy"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void those_due_come_longest_waiting_first_and_go_to_the_end_when_nobody_answers() {
        var orders = places(4);
        clock.advance(Duration.ofMinutes(1));
        calls(orders.get(0), attempt("NoAnswer"));
        clock.advance(Duration.ofMinutes(1));
        calls(orders.get(1), attempt("CallAgain").put("callAgainAt", in(Duration.ofHours(1))));
        calls(orders.get(2), attempt("WrongNumber"));

        assertThat(listed("confirmation=due")).containsExactly("4", "1");
        assertThat(total("confirmation=due")).isEqualTo("2");

        clock.advance(Duration.ofHours(2));

        assertThat(listed("confirmation=DUE")).containsExactly("4", "1", "2");
        calls(orders.get(2), attempt("Busy"));
        assertThat(listed("Confirmation=due")).containsExactly("4", "1", "2", "3");
        calls(orders.get(3), attempt("Confirmed"));
        shop.moves(orders.get(0), "InTransit");
        assertThat(listed("confirmation=due")).containsExactly("2", "3");
        var moved = shop.moves(orders.get(1), "Confirmed");
        assertThat(moved.data("confirmation.callAgainAt"))
                .as("nobody calls again")
                .isEqualTo("null");
        assertThat(listed("confirmation=due&status=Confirmed")).isEmpty();
    }

    @Test
    void a_wrong_number_is_called_again_when_somebody_says_when() {
        var order = shop.placesOne();
        var at = in(Duration.ofHours(1));

        var reply = calls(order, attempt("WrongNumber").put("callAgainAt", at));

        assertThat(reply.data("confirmation.callAgainAt")).isEqualTo(at);
        assertThat(listed("confirmation=due")).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(listed("confirmation=due")).containsExactly("1");
    }

    @Test
    void pages_of_those_due_skip_and_repeat_nobody_while_calls_are_made() {
        var orders = places(7);
        var first = due("per_page=3");
        assertThat(numbers(first)).containsExactly("1", "2", "3");
        clock.advance(Duration.ofMinutes(1));
        calls(orders.get(0), attempt("NoAnswer"));
        calls(orders.get(3), attempt("Confirmed"));

        var second = due("per_page=3&cursor=" + first.data("nextCursor"));
        var third = due("per_page=3&cursor=" + second.data("nextCursor"));

        assertThat(numbers(second)).containsExactly("5", "6", "7");
        assertThat(numbers(third)).as("who did not answer waits anew").containsExactly("1");
        assertThat(third.data("nextCursor")).isEqualTo("null");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?per_page=3&cursor=" + first.data("nextCursor"))
                        .faults())
                .containsExactly("cursor cursor.invalid");
        assertThat(numbers(due("per_page=3&page=2"))).containsExactly("6", "7", "1");
    }

    @Test
    void other_filters_hold_beside_it_and_the_export_has_them_newest_first() {
        shop.places(Shop.order().put("customerName", "سارة"));
        shop.places(Shop.order().put("customerPhone", "07801112233"));
        var called = shop.places(Shop.order().put("customerName", "سارة كريم")).data("id");
        calls(called, attempt("WrongNumber"));

        assertThat(listed("confirmation=due&q=" + Goods.encoded("سارة"))).containsExactly("1");
        assertThat(total("confirmation=due&q=" + Goods.encoded("سارة"))).isEqualTo("1");
        assertThat(listed("confirmation=due&phone=07801112233")).containsExactly("2");
        assertThat(listed("confirmation=due&status=Pending,Ready")).containsExactly("1", "2");
        assertThat(listed("confirmation=due&source=Dashboard")).isEmpty();
        var exported = new String(
                shop.key().get(Api.KEYS + "/orders/export?confirmation=due").bytes(), StandardCharsets.UTF_8);
        assertThat(exported.lines().skip(1).map(line -> line.split(",", 2)[0].replace("\"", "")))
                .containsExactly("2", "1");
    }

    @Test
    void a_word_that_is_no_list_is_refused() {
        assertThat(shop.key().get(Api.KEYS + "/orders?confirmation=soon").faults())
                .containsExactly("confirmation filter.invalid");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?confirmation=due&Confirmation=due")
                        .faults())
                .containsExactly("confirmation filter.invalid");
        assertThat(shop.key().get(Api.KEYS + "/orders?confirmation=").status()).isEqualTo(200);
    }

    @Test
    void of_twenty_who_confirm_and_reject_at_once_one_does() {
        var order = shop.placesOne();

        var answers = Shop.atOnce(
                20,
                i -> calls(order, attempt(i % 2 == 0 ? "Confirmed" : "Rejected"))
                        .status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        assertThat(shop.key().get(path(order)).data("confirmation.attempts")).isEqualTo("1");
    }

    @Test
    void of_twenty_calls_at_once_each_is_counted_and_in_the_timeline() {
        var order = shop.placesOne();

        var answers = Shop.atOnce(
                20, i -> calls(order, attempt(i % 2 == 0 ? "NoAnswer" : "Busy")).status());

        assertThat(answers).containsOnly(200);
        var after = shop.key().get(path(order)).data();
        assertThat(after.get("confirmation").get("attempts").intValue()).isEqualTo(20);
        assertThat(after.get("timeline")).hasSize(21);
    }

    @Test
    void a_call_that_is_sent_twice_counts_once() {
        var order = shop.placesOne();
        var sender = shop.key().withHeader("Idempotency-Key", "call-1");

        var first = sender.post(path(order) + "/confirmation-attempts", attempt("NoAnswer"));
        var again = sender.post(path(order) + "/confirmation-attempts", attempt("NoAnswer"));

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(shop.key().get(path(order)).data("confirmation.attempts")).isEqualTo("1");
    }

    @Test
    void integrators_are_told_of_the_step_and_not_of_calls() {
        var order = shop.placesOne();
        calls(order, attempt("NoAnswer"));
        calls(order, attempt("Confirmed"));

        var feed = api.withKey(shop.mints("webhooks:read")).get(Api.KEYS + "/events");

        var told = feed.data().get("items").valueStream().toList();
        assertThat(told.stream().map(event -> event.get("event_type").stringValue()))
                .containsExactly("order.created", "order.status_changed");
        assertThat(told.getLast().toString()).contains("\"attempts\":2");
    }

    @Test
    void figures_tell_who_called_and_what_came_of_it() {
        var orders = places(3);
        calls(orders.get(0), attempt("NoAnswer"));
        calls(orders.get(0), attempt("Confirmed"));
        shop.owner().post(Api.STAFF + "/orders/" + orders.get(1) + "/confirmation-attempts", attempt("Rejected"));
        shop.moves(orders.get(2), "Confirmed");

        var calls = shop.owner().get(Api.STAFF + "/analytics/summary").data().get("calls");

        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).at("/actor/kind").stringValue()).isEqualTo("key");
        assertThat(calls.get(0).get("attempts").intValue()).isEqualTo(2);
        assertThat(calls.get(0).get("confirmed").intValue()).isEqualTo(1);
        assertThat(calls.get(1).at("/actor/kind").stringValue()).isEqualTo("user");
        assertThat(calls.get(1).at("/actor/name").stringValue()).isEqualTo("نور حسين");
        assertThat(calls.get(1).get("rejected").intValue()).isEqualTo(1);
        var before = shop.owner().get(Api.STAFF + "/analytics/summary?from=2020-01-01&to=2020-02-01");
        assertThat(before.data().get("calls")).isEmpty();
    }

    private static ObjectNode attempt(String outcome) {
        return Api.object().put("outcome", outcome);
    }

    private static ObjectNode code(String word) {
        return Api.object()
                .put("code", word)
                .put("discountType", "fixed_amount")
                .put("discountValue", 1_000)
                .put("maxUses", 1);
    }

    private static String none() {
        return "{\"attempts\":0,\"lastOutcome\":null,\"lastAt\":null,\"callAgainAt\":null}";
    }

    private static String path(String order) {
        return Api.KEYS + "/orders/" + order;
    }

    private Api.Reply calls(String order, ObjectNode body) {
        return shop.key().post(path(order) + "/confirmation-attempts", body);
    }

    /** A time from now, as Sendy writes it. */
    private String in(Duration ahead) {
        var written = clock.instant().plus(ahead).toString();
        return written.contains(".") ? written : written.replace("Z", ".000Z");
    }

    private List<String> places(int many) {
        var ids = new ArrayList<String>();
        IntStream.range(0, many).forEach(_ -> ids.add(shop.placesOne()));
        return ids;
    }

    private Api.Reply due(String query) {
        return shop.key().get(Api.KEYS + "/orders?confirmation=due&" + query);
    }

    private List<String> listed(String query) {
        return numbers(shop.key().get(Api.KEYS + "/orders?" + query));
    }

    private static List<String> numbers(Api.Reply page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.data()
                .get("items")
                .valueStream()
                .map(order -> order.get("number").toString())
                .toList();
    }

    private String total(String query) {
        return shop.key().get(Api.KEYS + "/orders?" + query).data("totalCount");
    }

    private List<String> audited() {
        var log = shop.owner().get(Api.STAFF + "/audit-log");
        return log.data()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .toList();
    }
}
