package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twenty sales without a network, sent in any order, any number of times, in any split over bulk calls, from several places
 * at once, while the session is closed under them and the next one opened: twenty orders, and stock and cash are right.
 * {@code -Dsequences=} plays more of them, {@code -Dseed=} others.
 */
@Tag("proofs")
@Scenario
class OfflinePropertyTest {

    private static final long SEQUENCES = Long.getLong("sequences", 6);
    private static final long FIRST = Long.getLong("seed", 20_261_129L);
    private static final int SALES = 20;
    private static final int SENDERS = 3;
    private static final long PRICE = 1_100;

    @Autowired
    Api api;

    @Autowired
    Clock clock;

    @Autowired
    Backstage backstage;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEQUENCES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twenty_sales_are_twenty_orders(long seed) {
        var random = new Random(seed);
        var counter = Counter.opens(api);
        var there = random.nextInt(0, 60);
        counter.goods().sells("ROSE", PRICE, there);
        var session = counter.session("Front", 5_000);
        var sales = new ArrayList<ObjectNode>();
        var pieces = 0L;
        var cash = 0L;
        for (var i = 0; i < SALES; i++) {
            var quantity = random.nextLong(1, 4);
            pieces += quantity;
            cash += PaperTill.rounded(quantity * PRICE);
            sales.add(Counter.sale("ROSE", quantity)
                    .put("cashTendered", 5_000)
                    .put("saleId", UUID.randomUUID().toString())
                    .put("soldAt", clock.instant().minusSeconds(60L * i).toString())
                    .put("cashierSessionId", session));
        }

        var work = new ArrayList<Runnable>();
        for (var sender = 0; sender < SENDERS; sender++) {
            var calls = calls(sales, new Random(random.nextLong()));
            work.add(() -> calls.forEach(call -> sends(counter, call)));
        }
        work.add(() -> {
            for (var i = 0; i < 3; i++) {
                counter.closes(counter.get("/cashier/sessions/current").data("id"), 0);
                counter.opensWith("Front", 0);
            }
            counter.closes(counter.get("/cashier/sessions/current").data("id"), 0);
        });
        atOnce(work);

        assertThat(well(counter.get("/orders?per_page=100")).data("totalCount")).isEqualTo("" + SALES);
        well(counter.opensWith("Front", 0));
        var sessions = well(counter.get("/cashier/sessions?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .toList();
        assertThat(sessions.stream()
                        .mapToLong(each -> each.get("salesCount").longValue())
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(SALES);
        assertThat(sessions.stream()
                        .mapToLong(each -> each.get("expectedCash").longValue())
                        .sum())
                .isEqualTo(5_000 + cash);
        var late = sessions.stream()
                .mapToLong(each -> each.get("lateSales").longValue())
                .sum();
        var inTime = Long.parseLong(counter.shows(session).data("salesCount"));
        assertThat(late).isEqualTo(SALES - inTime);
        var lines = well(counter.get("/orders?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .map(order -> order.get("items").get(0))
                .toList();
        assertThat(lines.stream()
                        .mapToLong(line -> line.get("shortQuantity").longValue())
                        .sum())
                .isEqualTo(Math.max(0, pieces - there));
        assertThat(well(counter.goods().get("/catalog/inventory?sku=ROSE")).data("items.0.quantityOnHand"))
                .isEqualTo("" + Math.max(0, there - pieces));
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    /** Every sale at least once, some again, shuffled and cut into calls of one to seven. */
    private static List<List<ObjectNode>> calls(List<ObjectNode> sales, Random random) {
        var all = new ArrayList<>(sales);
        for (var i = 0; i < SALES / 2; i++) {
            all.add(sales.get(random.nextInt(SALES)));
        }
        Collections.shuffle(all, random);
        var calls = new ArrayList<List<ObjectNode>>();
        while (!all.isEmpty()) {
            var size = Math.min(all.size(), random.nextInt(1, 8));
            calls.add(List.copyOf(all.subList(0, size)));
            all.subList(0, size).clear();
        }
        return calls;
    }

    /** Sends until it is answered; what was told to be there stays there. */
    private static void sends(Counter counter, List<ObjectNode> sales) {
        var body = Api.object();
        sales.forEach(body.putArray("sales")::add);
        var reply = counter.post("/cashier/sales/bulk", body);
        while (reply.status() == 503) {
            reply = counter.post("/cashier/sales/bulk", body);
        }
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data("failed")).as(reply.text()).isEqualTo("0");
        var ids = new HashSet<String>();
        reply.data().get("results").forEach(row -> ids.add(row.get("id").stringValue()));
        assertThat(ids).hasSize((int) sales.stream()
                .map(sale -> sale.get("saleId").stringValue())
                .distinct()
                .count());
    }

    private static void atOnce(List<Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            work.stream()
                    .map(each -> CompletableFuture.runAsync(each, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }
}
