package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes back in cash for what customers return of sales at the counter, and which drawer pays it. */
@Scenario
class CashRefundsTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private String session;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
        counter.goods().sells("ROSE", 1_100, 50);
        counter.goods().sells("VASE", 10_333, 9);
        session = counter.session("Front", 10_000);
    }

    @AfterEach
    void all_adds_up() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    @Test
    void a_return_says_what_the_drawer_pays_before_and_after_it_does() {
        var sold = well(counter.sells(session, Counter.sale("VASE", 3)));
        assertThat(sold.data("cashRounding")).isEqualTo("1");
        for (var paid : List.of(10_250L, 10_500L, 10_250L)) {
            var before = counter.expected(session);
            var asked = asks(counter, sold.data("id"), sold.data("items.0.id"), 1);
            assertThat(asked.data("refundAmount")).isEqualTo("10333");
            assertThat(asked.data("cashRefund")).isEqualTo("" + paid);
            assertThat(asked.data().get("cashierSessionId").isNull()).isTrue();

            var request = asked.data("id");
            assertThat(well(counter.post("/return-requests/" + request + "/approve", Api.object()))
                            .data("cashRefund"))
                    .isEqualTo("" + paid);
            var done = well(counter.post("/return-requests/" + request + "/complete", Api.object()));
            assertThat(done.data("cashRefund")).isEqualTo("" + paid);
            assertThat(done.data("cashierSessionId")).isEqualTo(session);
            assertThat(well(counter.get("/return-requests/" + request)).data()).isEqualTo(done.data());
            assertThat(before - counter.expected(session)).isEqualTo(paid);
        }
        var listed = well(counter.get("/orders/" + sold.data("id") + "/return-requests"));
        assertThat(listed.data("items.1.cashRefund")).isEqualTo("10500");
    }

    /** Revenue is what was agreed, cash what was paid, and the rounding is what is between them. */
    @Test
    void the_figures_hold_what_was_taken_and_say_what_was_rounded() {
        well(counter.sells(session, Counter.sale("ROSE", 1)));
        var sold = well(counter.sells(session, Counter.sale("VASE", 3)));
        assertThat(figures("revenue", "cashCollected", "cashRounding", "profit"))
                .isEqualTo("32099 32000 -99 32000");

        returns(sold.data("id"), sold.data("items.0.id"), 1);
        assertThat(figures("revenue", "cashCollected", "cashRounding", "profit"))
                .isEqualTo("21766 21750 -16 21750");
        assertThat(counter.expected(session)).isEqualTo(10_000 + 21_750);
        returns(sold.data("id"), sold.data("items.0.id"), 2);
        assertThat(figures("revenue", "cashCollected", "cashRounding", "profit"))
                .isEqualTo("1100 1000 -100 1000");
    }

    private String figures(String... names) {
        var summary = well(counter.shop().owner().get(Api.STAFF + "/analytics/summary"));
        return Stream.of(names).map(summary::data).collect(Collectors.joining(" "));
    }

    @Test
    void what_is_turned_down_or_was_not_paid_in_cash_has_no_cash_refund() {
        var sold = well(counter.sells(session, Counter.sale("ROSE", 1)));
        var asked = asks(counter, sold.data("id"), sold.data("items.0.id"), 1);
        var rejected = well(counter.post("/return-requests/" + asked.data("id") + "/reject", Api.object()));
        assertThat(rejected.data().get("cashRefund").isNull()).isTrue();

        var card = well(counter.sells(session, Counter.sale("ROSE", 1).put("paymentMethod", "Card")));
        var ofCard = asks(counter, card.data("id"), card.data("items.0.id"), 1);
        assertThat(ofCard.data().get("cashRefund").isNull()).isTrue();
    }

    @Test
    void what_comes_back_is_paid_out_of_the_drawer_to_the_dinar_that_was_paid() {
        var sale = Counter.sale("ROSE", 3).put("cashTendered", 5_000);
        var sold = well(counter.sells(session, sale));
        assertThat(counter.expected(session)).isEqualTo(13_250);

        returns(sold.data("id"), sold.data("items.0.id"), 1);
        assertThat(counter.expected(session)).isEqualTo(13_250 - 1_000);
        returns(sold.data("id"), sold.data("items.0.id"), 2);
        assertThat(counter.expected(session)).isEqualTo(10_000);
        var report = well(counter.get("/cashier/sessions/" + session + "/report"));
        assertThat(report.data("cashRefunds")).isEqualTo("3250");
        assertThat(report.data("cashTaken")).isEqualTo("5000");
        assertThat(report.data("change")).isEqualTo("1750");
        assertThat(report.data("cashRounding")).isEqualTo("-50");
        assertThat(well(counter.get("/orders/" + sold.data("id"))).data("status"))
                .isEqualTo("Returned");
    }

    @Test
    void a_refund_comes_out_of_the_drawer_of_who_takes_the_goods_back_else_of_the_register_else_of_its_next() {
        var sold = well(counter.sells(session, Counter.sale("ROSE", 10)));
        var line = sold.data("items.0.id");
        var other = Counter.of(counter.goods());
        var back = other.session("Back", 0);

        returnsBy(other, sold.data("id"), line, 1);
        assertThat(other.expected(back)).isEqualTo(-1_000);
        well(other.closes(back, 0));
        returnsBy(other, sold.data("id"), line, 1);
        assertThat(counter.expected(session)).isEqualTo(10_000 + 11_000 - 1_250);
        well(counter.closes(session, 0));
        var waits = returnsBy(other, sold.data("id"), line, 1);
        assertThat(waits.data("cashRefund")).isEqualTo("1000");
        assertThat(waits.data().get("cashierSessionId").isNull()).isTrue();
        var elsewhere = counter.session("Side", 0);
        assertThat(counter.expected(elsewhere)).isEqualTo(0);
        var next = counter.session("Front", 1_500);
        assertThat(counter.expected(next)).isEqualTo(500);
        assertThat(well(counter.get("/return-requests/" + waits.data("id"))).data("cashierSessionId"))
                .isEqualTo(next);
        assertThat(counter.expected(session)).isEqualTo(10_000 + 11_000 - 1_250);
    }

    @Test
    void a_drawer_of_somebody_else_at_another_register_pays_nothing() {
        var sold = well(counter.sells(session, Counter.sale("ROSE", 2)));
        well(counter.closes(session, 0));
        var other = Counter.of(counter.goods());
        var two = other.session("Two", 0);

        returns(sold.data("id"), sold.data("items.0.id"), 1);
        assertThat(counter.expected(two)).isEqualTo(0);

        var named = completesAt(approved(sold.data("id"), sold.data("items.0.id")), two);
        assertThat(named.data("cashierSessionId")).isEqualTo(two);
        assertThat(counter.expected(two)).isEqualTo(-number(named));
    }

    @Test
    void the_drawer_that_is_named_must_be_there_and_open() {
        var sold = well(counter.sells(session, Counter.sale("ROSE", 2)));
        var other = counter.session("Two", 5_000);
        well(counter.closes(other, 5_000));
        var request = approved(sold.data("id"), sold.data("items.0.id"));

        assertThat(completesAt(request, UUID.randomUUID().toString()).faults())
                .containsExactly("cashierSessionId cashier_session.unknown");
        var stranger = Counter.opens(api);
        assertThat(completesAt(request, stranger.session("Front", 0)).faults())
                .containsExactly("cashierSessionId cashier_session.unknown");
        var closed = completesAt(request, other);
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.faults()).containsExactly("cashierSessionId cashier.session_closed");
        assertThat(well(completesAt(request, session)).data("status")).isEqualTo("completed");
    }

    @Test
    void refunds_that_race_the_opening_of_their_register_are_paid_by_it() {
        well(counter.closes(session, 0));
        for (var round = 0; round < 4; round++) {
            var racing = counter.session("Race", 0);
            var sold = well(counter.sells(racing, Counter.sale("ROSE", 1)));
            well(counter.closes(racing, 0));
            var request = approved(sold.data("id"), sold.data("items.0.id"));

            var replies = Shop.atOnce(
                    2,
                    i -> i == 0
                            ? counter.opensWith("Race", 5_000)
                            : counter.post("/return-requests/" + request + "/complete", Api.object()));

            var opened = well(replies.getFirst()).data("id");
            assertThat(counter.expected(opened)).isEqualTo(5_000 - number(well(replies.getLast())));
            well(counter.closes(opened, 0));
        }
    }

    private String approved(String order, String line) {
        var request = asks(counter, order, line, 1).data("id");
        well(counter.post("/return-requests/" + request + "/approve", Api.object()));
        return request;
    }

    private Api.Reply completesAt(String request, String drawer) {
        return counter.post(
                "/return-requests/" + request + "/complete", Api.object().put("cashierSessionId", drawer));
    }

    private static long number(Api.Reply completed) {
        return Long.parseLong(completed.data("cashRefund"));
    }

    private void returns(String order, String line, long pieces) {
        returnsBy(counter, order, line, pieces);
    }

    private static Api.Reply returnsBy(Counter who, String order, String line, long pieces) {
        var request = asks(who, order, line, pieces).data("id");
        well(who.post("/return-requests/" + request + "/approve", Api.object()));
        return well(who.post("/return-requests/" + request + "/complete", Api.object()));
    }

    private static Api.Reply asks(Counter who, String order, String line, long pieces) {
        var asked = Api.object();
        asked.putArray("items").addObject().put("orderItemId", line).put("quantity", pieces);
        return well(who.post("/orders/" + order + "/return-request", asked));
    }
}
