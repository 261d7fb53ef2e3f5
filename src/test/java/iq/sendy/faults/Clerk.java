package iq.sendy.faults;

import iq.sendy.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Who works on the orders that were promised while Sendy dies and comes back: some are cancelled, some are delivered and of
 * those some come back, and now and then the shelf is counted. An order whose step was not answered is left alone, since
 * nobody knows what became of it.
 */
final class Clerk implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    /** Where nobody is. */
    private static final long LONG_PAUSE = Duration.ofMillis(100).toNanos();

    private static final int LEAST_ON_HAND = 50_000;

    private final String apiKey;
    private final Ledger ledger;
    private final String shelf;
    private final SplittableRandom random;
    private final Thread thread;
    private final ConcurrentMap<String, String> settled = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile List<Api> servers;
    private int turn;
    private volatile boolean stopped;

    /**
     * @param shelf the row of stock that is counted
     */
    Clerk(Api server, String apiKey, Ledger ledger, String shelf, long seed) {
        this.servers = List.of(server);
        this.apiKey = apiKey;
        this.ledger = ledger;
        this.shelf = shelf;
        this.random = new SplittableRandom(seed);
        this.thread = Thread.ofPlatform().start(this::work);
    }

    /** Asks these in turn from now on. */
    void goTo(Api... restarted) {
        servers = List.of(restarted);
    }

    /** The last status that was answered for an order, by its id. */
    Map<String, String> settled() {
        return Map.copyOf(settled);
    }

    /** Answers that no fault excuses. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void work() {
        for (var next = 0; !stopped; ) {
            if (next >= ledger.size()) {
                LockSupport.parkNanos(PAUSE);
                continue;
            }
            var order = ledger.lines().get(next++).id();
            try {
                attend(order);
            } catch (UncheckedIOException gone) {
                settled.remove(order);
                LockSupport.parkNanos(LONG_PAUSE);
            }
        }
    }

    private void attend(String order) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (went(client().delete(Api.KEYS + "/orders/" + order))) {
                    settled.put(order, "Cancelled");
                }
            }
            case 1 -> bringBack(order);
            case 2 ->
                went(client().put(
                                Api.KEYS + "/catalog/inventory/" + shelf,
                                Api.object().put("quantityOnHand", LEAST_ON_HAND + random.nextInt(1_000))));
            default ->
                went(client().post(
                                Api.KEYS + "/catalog/inventory/" + shelf + "/adjust",
                                Api.object().put("delta", 1 + random.nextInt(3)).put("reason", "جرد")));
        }
    }

    private void bringBack(String order) {
        for (var to : List.of("InTransit", "OutForDelivery", "Delivered")) {
            // Until it is answered, the order may be at either status.
            settled.remove(order);
            if (!went(client().post(
                            Api.KEYS + "/orders/" + order + "/status",
                            Api.object().put("status", to)))) {
                return;
            }
            settled.put(order, to);
        }
        var asked = client().post(Api.KEYS + "/orders/" + order + "/return-request", "{}");
        if (!went(asked)) {
            return;
        }
        var request = Api.KEYS + "/return-requests/" + asked.data("id");
        if (random.nextBoolean()) {
            went(client().post(request + "/reject", "{}"));
            return;
        }
        if (went(client().post(request + "/approve", "{}"))) {
            settled.remove(order);
            if (went(client().post(request + "/complete", "{}"))) {
                settled.put(order, "Returned");
            }
        }
    }

    private Api client() {
        var all = servers;
        return all.get(turn++ % all.size()).withKey(apiKey);
    }

    /** Whether it happened. Nobody else works on these orders, so nothing but trouble can be in its way. */
    private boolean went(Api.Reply reply) {
        if (reply.status() != 200 && reply.status() < 500) {
            surprises.add(reply.toString());
        }
        return reply.status() == 200;
    }

    void stop() {
        stopped = true;
        try {
            if (!thread.join(Duration.ofSeconds(70))) {
                throw new AssertionError("The clerk still waits for an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
