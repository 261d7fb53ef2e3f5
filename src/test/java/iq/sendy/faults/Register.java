package iq.sendy.faults;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A register of a store of its own that sends what it sold without a network while Sendy dies and comes back, and its
 * session is closed meanwhile. Each sale is sent twice, in any order, and each call until it is answered.
 */
final class Register implements AutoCloseable {

    static final int SALES = 20;

    private static final int PIECES = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final String key;
    private final List<ObjectNode> calls;
    private final Thread thread;
    private final Semaphore let = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile Api server;
    private volatile boolean stopped;
    private int released;

    Register(Api sendy, Random random) {
        var goods = Goods.opens(sendy);
        goods.sells("ROSE", 1_000, PIECES);
        key = goods.shop().mints("cashier:read", "cashier:write", "orders:read", "orders:write", "catalog:read");
        server = sendy.withKey(key);
        calls = calls(well(opens()).data("id"), random);
        thread = Thread.ofPlatform().start(this::work);
    }

    /** Sends so many more calls, and waits until they are answered. */
    void sends(int more) {
        var goal = Math.min(calls.size(), answered.get() + more);
        let.release(goal - released);
        released = goal;
        Waiting.until(goal + " calls are answered", PATIENCE, () -> answered.get() >= goal);
    }

    /** Begins another call, if one is left, and does not wait for its answer. */
    void begins() {
        if (released < calls.size()) {
            let.release();
            released++;
            Waiting.until("a call is under way", PATIENCE, () -> begun.get() == released);
        }
    }

    /** Goes on where Sendy is now, whose people close the session and open another. */
    void goTo(Api restarted) {
        server = restarted.withKey(key);
        well(server.post(Api.KEYS + "/cashier/sessions/" + current() + "/close", counted()));
        well(opens());
    }

    /** Sends what is left, and looks whether each sale is one order, of one session, and off the shelf once. */
    void finishes(long seed) throws InterruptedException {
        let.release(calls.size());
        assertThat(thread.join(PATIENCE)).isTrue();
        assertThat(answered).as("seed %d", seed).hasValue(calls.size());

        assertThat(well(server.get(Api.KEYS + "/orders")).data("totalCount"))
                .as("seed %d", seed)
                .isEqualTo(Integer.toString(SALES));
        var sessions = well(server.get(Api.KEYS + "/cashier/sessions")).data().get("items");
        assertThat(sum(sessions, "salesCount")).as("seed %d", seed).isEqualTo(SALES);
        assertThat(sum(sessions, "expectedCash")).as("seed %d", seed).isEqualTo(SALES * 1_000L);
        assertThat(well(server.get(Api.KEYS + "/catalog/inventory")).data("items.0.quantityOnHand"))
                .isEqualTo("0");
    }

    private static long sum(JsonNode sessions, String field) {
        return sessions.valueStream()
                .mapToLong(each -> each.get(field).longValue())
                .sum();
    }

    private Api.Reply opens() {
        return server.post(Api.KEYS + "/cashier/sessions/open", Api.object().put("openingCash", 0));
    }

    private String current() {
        return well(server.get(Api.KEYS + "/cashier/sessions/current")).data("id");
    }

    private static ObjectNode counted() {
        return Api.object().put("closingCash", 0);
    }

    /** One to three sales in a call. */
    private static List<ObjectNode> calls(String session, Random random) {
        var sales = new ArrayList<ObjectNode>();
        for (var i = 0; i < SALES; i++) {
            var sale = Api.object()
                    .put("saleId", UUID.randomUUID().toString())
                    .put("soldAt", Instant.now().minusSeconds(60L * i).toString())
                    .put("cashierSessionId", session);
            sale.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
            sales.add(sale);
        }
        sales.addAll(List.copyOf(sales));
        Collections.shuffle(sales, random);
        var calls = new ArrayList<ObjectNode>();
        while (!sales.isEmpty()) {
            var call = Api.object();
            var some = sales.subList(0, Math.min(sales.size(), random.nextInt(1, 4)));
            some.forEach(call.putArray("sales")::add);
            some.clear();
            calls.add(call);
        }
        return calls;
    }

    private void work() {
        for (var call : calls) {
            let.acquireUninterruptibly();
            begun.incrementAndGet();
            send(call);
        }
    }

    /** Until it is answered well: a call of which nobody knows what became of it is sent again. */
    private void send(ObjectNode call) {
        while (!stopped) {
            try {
                var reply = server.post(Api.KEYS + "/cashier/sales/bulk", call);
                if (reply.status() == 200) {
                    assertThat(reply.data("failed")).as(reply.text()).isEqualTo("0");
                    answered.incrementAndGet();
                    return;
                }
            } catch (UncheckedIOException gone) {
                // It is down; there will be another.
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    @Override
    public void close() {
        stopped = true;
        let.release(calls.size());
    }
}
