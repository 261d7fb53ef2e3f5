package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any sequence of sales, changes, refunds, pay-ins, pay-outs, late sales, openings and closings leaves in each drawer what it
 * leaves on paper. {@code -Dsequences=} plays more of them, {@code -Dseed=} others.
 */
@Tag("proofs")
@Scenario
class CashPropertyTest {

    private static final long SEQUENCES = Long.getLong("sequences", 8);
    private static final long FIRST = Long.getLong("seed", 20_261_129L);
    private static final int STEPS = 40;
    private static final List<String> REGISTERS = List.of("Front", "Back");
    private static final List<String> SKUS = List.of("A", "B", "C");
    private static final long[] PRICES = {1_100, 333, 12_345};

    @Autowired
    Api api;

    @Autowired
    Clock clock;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private PaperTill paper;
    private SplittableRandom random;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEQUENCES);
    }

    @BeforeEach
    void open() {
        random = new SplittableRandom(FIRST);
        paper = new PaperTill();
        counter = Counter.opens(api);
        for (var i = 0; i < SKUS.size(); i++) {
            counter.goods().sells(SKUS.get(i), PRICES[i], 10_000);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_sequence_leaves_in_the_drawers_what_it_leaves_on_paper(long seed) {
        random = new SplittableRandom(seed);
        for (var step = 0; step < STEPS; step++) {
            steps(REGISTERS.get(random.nextInt(REGISTERS.size())));
        }
        for (var drawer : paper.drawers) {
            var shown = counter.shows(drawer.id);
            assertThat(shown.data("expectedCash"))
                    .as("seed %d, %s", seed, drawer.id)
                    .isEqualTo("" + drawer.cash);
            assertThat(shown.data("salesCount")).isEqualTo("" + drawer.sales);
            assertThat(shown.data("lateSales")).isEqualTo("" + drawer.late);
        }
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    private void steps(String register) {
        var drawer = paper.open(register);
        var dice = random.nextInt(100);
        if (dice < 15) {
            back();
            return;
        }
        if (dice < 30) {
            late(register);
            return;
        }
        if (drawer == null) {
            var cash = random.nextLong(50_000);
            paper.opens(counter.session(register, cash), register, cash);
            return;
        }
        if (dice < 70) {
            sell(drawer);
            return;
        }
        if (dice < 88) {
            var in = random.nextBoolean();
            var amount = random.nextLong(1, 20_000);
            well(counter.moves(drawer.id, in ? "PayIn" : "PayOut", amount));
            drawer.cash += in ? amount : -amount;
            return;
        }
        var closed = well(counter.closes(drawer.id, 1_000));
        assertThat(closed.data("expectedCash")).isEqualTo("" + drawer.cash);
        assertThat(closed.data("difference")).isEqualTo("" + (1_000 - drawer.cash));
        drawer.open = false;
    }

    private void sell(PaperTill.Drawer drawer) {
        var which = random.nextInt(SKUS.size());
        var pieces = random.nextLong(1, 5);
        var total = pieces * PRICES[which];
        var sale = Counter.sale(SKUS.get(which), pieces);
        var cash = random.nextInt(4) > 0;
        var due = PaperTill.rounded(total);
        if (!cash) {
            sale.put("paymentMethod", "Card");
        } else if (random.nextBoolean()) {
            sale.put("cashTendered", due + random.nextLong(20) * 250);
        }
        var sold = well(counter.sells(drawer.id, sale));
        if (cash) {
            var tendered = sale.has("cashTendered") ? sale.get("cashTendered").longValue() : due;
            assertThat(sold.data("change")).isEqualTo("" + (tendered - due));
            assertThat(sold.data("cashRounding")).isEqualTo("" + (due - total));
        }
        paper.sells(drawer, cash ? due : 0);
        keeps(sold, drawer.register, which, pieces, cash);
    }

    private void keeps(Api.Reply sold, String register, int which, long pieces, boolean cash) {
        paper.sold.add(
                new PaperTill.Sold(sold.data("id"), sold.data("items.0.id"), register, PRICES[which], pieces, cash));
    }

    /** A sale without a network, of any session that the register ever had. */
    private void late(String register) {
        var had = paper.drawers.stream()
                .filter(drawer -> drawer.register.equals(register))
                .toList();
        if (had.isEmpty()) {
            return;
        }
        var named = had.get(random.nextInt(had.size()));
        var which = random.nextInt(SKUS.size());
        var due = PaperTill.rounded(PRICES[which]);
        var sold = well(counter.post("/orders", offline(named.id, SKUS.get(which))));
        if (named.open) {
            paper.sells(named, due);
        } else {
            paper.sellsLate(register, due);
        }
        keeps(sold, register, which, 1, true);
    }

    private ObjectNode offline(String session, String sku) {
        return Counter.sale(sku, 1)
                .put("cashierSessionId", session)
                .put("saleId", UUID.randomUUID().toString())
                .put("soldAt", clock.instant().toString());
    }

    private void back() {
        var sales = paper.sold.stream().filter(sale -> sale.left > 0).toList();
        if (sales.isEmpty()) {
            return;
        }
        var sale = sales.get(random.nextInt(sales.size()));
        var pieces = random.nextLong(1, sale.left + 1);
        var request = approved(sale.order, sale.line, pieces);
        var foretold = well(counter.get("/return-requests/" + request));
        var completed = well(completes(request));
        var paid = paper.takesBack(sale, pieces);
        assertThat(completed.data("cashRefund")).isEqualTo(paid == null ? "null" : "" + paid);
        assertThat(foretold.data("cashRefund")).isEqualTo(completed.data("cashRefund"));
    }

    private String approved(String order, String line, long pieces) {
        var asked = Api.object();
        asked.putArray("items").addObject().put("orderItemId", line).put("quantity", pieces);
        var request = well(counter.post("/orders/" + order + "/return-request", asked))
                .data("id");
        well(counter.post("/return-requests/" + request + "/approve", Api.object()));
        return request;
    }

    private Api.Reply completes(String request) {
        return counter.post("/return-requests/" + request + "/complete", Api.object());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_races_a_close_is_in_it_to_the_dinar_or_not_at_all(long seed) {
        random = new SplittableRandom(seed);
        var session = counter.session("Front", 1_000);
        var before = well(counter.sells(session, Counter.sale("A", 4)));
        var back = approved(before.data("id"), before.data("items.0.id"), 2);
        var steps = new ArrayList<Supplier<Api.Reply>>();
        for (var i = 0; i < 16; i++) {
            steps.add(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            () -> counter.sells(session, Counter.sale("B", 3).put("cashTendered", 5_000));
                        case 1 -> () -> counter.moves(session, "PayOut", 700);
                        case 2 -> () -> counter.post("/orders", offline(session, "C"));
                        default -> () -> counter.sells(session, Counter.sale("C", 1));
                    });
        }
        steps.add(random.nextInt(steps.size()), () -> completes(back));
        var at = random.nextInt(steps.size());
        steps.add(at, () -> counter.closes(session, 0));

        var replies = Shop.atOnce(steps.size(), i -> steps.get(i).get());

        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 409);
        var closed = counter.shows(session);
        var report = well(counter.get("/cashier/sessions/" + session + "/report"));
        var expected = 1_000 + PaperTill.rounded(4_400) - number(report, "cashRefunds");
        var waiting = 0;
        var paid = 0L;
        for (var reply : replies) {
            if (reply.status() != 200 || reply == replies.get(at)) {
                continue;
            }
            if (reply.data().has("cashRefund")) {
                paid = number(reply, "cashRefund");
            } else if (reply.data().has("type")) {
                expected -= number(reply, "amount");
            } else if (reply.data().has("cashRounding")) {
                var here = reply.data("cashierSessionId").equals(session);
                expected += here ? number(reply, "total") + number(reply, "cashRounding") : 0;
                waiting += here ? 0 : 1;
            }
        }
        assertThat(replies.get(at).data("expectedCash")).as("seed %d", seed).isEqualTo("" + expected);
        assertThat(closed.data()).isEqualTo(replies.get(at).data());
        var next = well(counter.opensWith("Front", 0));
        assertThat(next.data("lateSales")).isEqualTo("" + waiting);
        var refundWaits = paid - number(report, "cashRefunds");
        assertThat(next.data("expectedCash")).isEqualTo("" + (waiting * PaperTill.rounded(12_345) - refundWaits));
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    private static long number(Api.Reply reply, String path) {
        return Long.parseLong(reply.data(path));
    }

    @Test
    void registers_that_open_and_close_while_late_sales_come_lose_none() {
        var session = counter.session("Front", 0);
        well(counter.closes(session, 0));
        for (var round = 0; round < 5; round++) {
            var replies = Shop.atOnce(
                    9, i -> i == 4 ? counter.opensWith("Front", 0) : counter.post("/orders", offline(session, "A")));
            assertThat(replies).allMatch(reply -> reply.status() == 200);
            var opened = replies.get(4).data("id");
            assertThat(counter.shows(opened).data("lateSales")).isEqualTo("8");
            assertThat(counter.expected(opened)).isEqualTo(8 * PaperTill.rounded(1_100));
            well(counter.closes(opened, 8_000));
        }
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }
}
