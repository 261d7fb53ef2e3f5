package iq.sendy.faults;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import iq.sendy.faults.Ledger.Wish;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Customers who go on ordering while Sendy dies and comes back. Those with an {@code Idempotency-Key} ask again until they
 * are answered; those without one never repeat what may have happened.
 */
final class Customers implements AutoCloseable {

    static final String SHELF = "ROSE";
    static final String OTHER_SHELF = "VASE";
    static final String CODE = "EID";

    private static final List<String> USED_UP = List.of("discountCode discount.exhausted");
    private static final int MOST_WISHES = 20_000;

    /** Where nobody is: asking there costs as much as an answer, and a start takes seconds. */
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final String apiKey;
    private final Ledger ledger;
    private final ExecutorService threads;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Duration pause;
    private volatile List<Api> servers;
    private volatile boolean satisfied;

    Customers(int many, Api server, String apiKey, Ledger ledger) {
        this(many, List.of(server), apiKey, ledger, Duration.ZERO);
    }

    /** @param pause between an answer and the next wish */
    Customers(int many, List<Api> servers, String apiKey, Ledger ledger, Duration pause) {
        this.servers = servers;
        this.pause = pause;
        this.apiKey = apiKey;
        this.ledger = ledger;
        this.threads = Executors.newFixedThreadPool(many);
        IntStream.range(0, many).forEach(who -> threads.execute(() -> order(who)));
    }

    /** Where Sendy is after it was started again: at each of these, and they are asked in turn. */
    void goTo(Api... restarted) {
        servers = List.of(restarted);
    }

    /** Answers that no fault excuses. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void order(int who) {
        for (var i = 0; i < MOST_WISHES && !satisfied; i++) {
            var label = who + "-" + i;
            ask(new Wish(label, i % 2 == 0 ? "wish-" + label : null, body(label, who, i)), who + i);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** In turn by value, of what is on the shelf, and of that with a code that runs out. */
    private static String body(String label, int who, int turn) {
        var order = Shop.order().put("notes", label);
        if (turn % 4 == 3) {
            return order.put("orderValue", 1_000L + 250L * turn + who).toString();
        }
        order.remove("orderValue");
        var items = order.putArray("items");
        items.addObject().put("sku", SHELF).put("quantity", 1 + turn % 3);
        items.addObject().put("sku", OTHER_SHELF).put("quantity", 1);
        return (turn % 2 == 0 ? order.put("discountCode", CODE) : order).toString();
    }

    private void ask(Wish wish, int turn) {
        for (var next = turn; !satisfied; next++) {
            try {
                var all = servers;
                var reply = send(all.get(next % all.size()), apiKey, wish);
                if (reply.status() == 200) {
                    ledger.promised(wish, reply);
                    return;
                }
                if (reply.status() == 400 && reply.faults().equals(USED_UP)) {
                    return;
                }
                if (reply.status() < 500 && reply.status() != 409) {
                    surprises.add(wish.label() + ": " + reply);
                    return;
                }
            } catch (UncheckedIOException gone) {
                LockSupport.parkNanos(PAUSE);
            }
            if (wish.key() == null) {
                return;
            }
        }
    }

    static Api.Reply send(Api server, String apiKey, Wish wish) {
        var client = server.withKey(apiKey);
        var key = wish.key();
        return (key == null ? client : client.withHeader("Idempotency-Key", key))
                .post(Api.KEYS + "/orders", wish.body());
    }

    /** Lets everybody finish what is under way. */
    void stop() {
        satisfied = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(70, TimeUnit.SECONDS)) {
                throw new AssertionError("Customers still wait for an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        satisfied = true;
        threads.shutdownNow();
    }

    /** Fills the shelves and makes the code; answers the row of stock that the clerk counts. */
    static String fillsShelves(Shop shop) {
        var goods = Goods.of(shop);
        goods.sells(SHELF, 2_000, 50_000);
        goods.sells(OTHER_SHELF, 15_250, 50_000);
        Goods.well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", CODE)
                                .put("discountType", "percentage")
                                .put("discountValue", 10)
                                .put("maxUses", 60)));
        return goods.row(SHELF);
    }
}
