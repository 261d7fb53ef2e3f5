package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fault F12: one of two processes is stopped where it stands, with requests under way and claims that it has not begun.
 * Another one takes them over; when the first wakes, it writes nothing and sends nothing of them. Meanwhile the other one is
 * stopped as an operator does it, and who watched an inbox there goes on at the one that woke.
 */
final class FrozenWorker {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int BACKLOG = 80;

    /** To one endpoint from one process. */
    private static final int IN_FLIGHT = 4;

    private FrozenWorker() {}

    /** Lets it sleep beyond its lease and wake when all is done. Both have ended then. */
    static void sleepsAndWakes(Pair pair) throws Exception {
        try (var witness = new Witness(false);
                var inbox = new SharedInbox(pair.server(0), pair.server(1))) {
            inbox.isSeenAtBoth();
            var shop = Shop.opens(pair.server(0));
            var hooks = pair.server(0).withKey(shop.mints("webhooks:write"));
            var made =
                    Goods.well(hooks.post(Api.KEYS + "/webhooks", Api.object().put("url", witness.url())));
            var apiKey = shop.mints("orders:write");
            var path = Api.KEYS + "/webhooks/" + made.data("id");
            witness.knows(made.data("secret"));
            enabled(hooks, path, false);
            for (var order = 0; order < BACKLOG; order++) {
                shop.placesOne();
            }
            // Who has done well holds many at once.
            witness.closeGateAfter(BACKLOG / 2);
            enabled(hooks, path, true);
            var frozen = frozenWithClaims(pair, witness);
            var held = pair.jobsOf(pair.process(frozen).pid());
            var claims = held.size();
            witness.openGate();
            drained(pair);

            var log = log(pair);
            var requests = witness.requests();
            pair.process(1 - frozen).terminate();
            inbox.endsAt(1 - frozen);
            pair.process(1 - frozen).ended(PATIENCE);
            pair.process(frozen).thaw();
            inbox.goesOnWithoutAGap(1 - frozen);
            // What it held waits before this one in its hands.
            var order = Goods.well(pair.server(frozen).withKey(apiKey).post(Api.KEYS + "/orders", Shop.order()))
                    .data("id");
            Waiting.until("it works again", PATIENCE, () -> witness.requests() > requests);
            pair.process(frozen).terminate();
            pair.process(frozen).ended(PATIENCE);

            assertThat(claims).isGreaterThan(IN_FLIGHT);
            assertThat(witness.requests()).as("of %d claims", claims).isEqualTo(requests + 1);
            assertThat(witness.surprises()).isEmpty();
            assertThat(log(pair)).hasSize(log.size() + 1).containsAll(log);
            // On a starved machine the other one may lose a lease as well, and takes it up again.
            assertThat(lost(pair)).as("each claim that was taken over").containsAll(held);
            assertThat(pair.count("select count(*) from webhooks.event where resource_id = '" + order + "'"))
                    .isOne();
            Invariants.holdEverywhere(pair.backstage());
        }
    }

    /** Which of the two that is. What it holds may be given back before it stands: then it goes on, and there is a next time. */
    private static int frozenWithClaims(Pair pair, Witness witness) {
        var frozen = new AtomicInteger();
        Waiting.until("some hang, and one of the two is frozen with claims that wait", PATIENCE, () -> {
            var one = moreHeldBy(pair);
            frozen.set(one);
            return witness.requests() >= BACKLOG / 2 + IN_FLIGHT
                    && pair.heldBy(pair.process(one).pid()) > IN_FLIGHT + 2
                    && freezesWithClaims(pair, pair.process(one));
        });
        return frozen.get();
    }

    private static boolean freezesWithClaims(Pair pair, SendyProcess process) {
        process.freeze();
        // What it had sent to the database before it froze comes to its end there, and may end jobs.
        pair.settles();
        var holds = pair.heldBy(process.pid()) > IN_FLIGHT;
        if (!holds) {
            process.thaw();
        }
        return holds;
    }

    private static void enabled(Api hooks, String path, boolean enabled) {
        Goods.well(hooks.put(path, Api.object().put("isEnabled", enabled)));
    }

    private static void drained(Pair pair) {
        Waiting.until(
                "all is delivered",
                PATIENCE,
                () -> pair.count("select count(*) from webhooks.delivery where status = 'Pending'") == 0);
    }

    private static int moreHeldBy(Pair pair) {
        return pair.heldBy(pair.process(0).pid()) >= pair.heldBy(pair.process(1).pid()) ? 0 : 1;
    }

    private static List<UUID> lost(Pair pair) {
        return pair.backstage()
                .sql("select delivery_id from webhooks.attempt where error_class = 'lost'")
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    private static List<String> log(Pair pair) {
        return pair.backstage()
                .sql("select a::text from webhooks.attempt as a")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
