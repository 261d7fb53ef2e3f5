package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Promises P6 and P13 and those of the agent under faults F1 and F12: of two processes the one or the other is killed, under
 * load, or stopped where it stands. Every order that was answered is told, nothing is told that did not happen, and what the
 * lost one held is taken over in time.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledPairTest extends TwoProcesses {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int KILLS = Integer.getInteger("kills", LONG ? 50 : 1);
    private static final int CUSTOMERS = LONG ? 4 : 2;

    /** In the long run as it is shipped. */
    private static final Duration LEASE = Duration.ofSeconds(Integer.getInteger("lease", LONG ? 60 : 8));

    /** Beyond the lease: until the store is looked at, and a machine gets to it that is busy with the start of another. */
    private static final Duration NOTICED = Duration.ofSeconds(10);

    /** Enough for claims at each moment, with the clerk's steps; what they order while another process starts is only work. */
    private static final Duration PAUSE = Duration.ofMillis(LONG ? 40 : 120);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    /** What a killed process held, and how long it took until all of it was another's. */
    private record TakenOver(long held, Duration after) {}

    @AutoClose
    private final ChatTraffic traffic = new ChatTraffic(new Random(seed));

    @AutoClose
    private final Pair pair;

    KilledPairTest() throws IOException, SQLException {
        pair = new Pair(LEASE, traffic.settings());
    }

    @Override
    Pair pair() {
        return pair;
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void no_event_is_lost_and_none_is_told_that_did_not_happen() throws Exception {
        var began = System.nanoTime();
        var ledgerFile = Path.of("target/faults/webhooks-" + seed + ".tsv");
        try (var witness = new Witness(true);
                var ledger = new Ledger(ledgerFile);
                var watching = Executors.newVirtualThreadPerTaskExecutor()) {
            var shop = Shop.opens(pair.server(0));
            var apiKey = shop.mints("orders:read", "orders:write", "catalog:write", "webhooks:read", "webhooks:write");
            witness.knows(subscribed(pair.server(0).withKey(apiKey), witness));
            var shelf = Customers.fillsShelves(shop);
            var takenOver = new ArrayList<CompletableFuture<TakenOver>>();
            try (var customers = new Customers(CUSTOMERS, List.of(pair.both()), apiKey, ledger, PAUSE);
                    var clerk = new Clerk(pair.server(0), apiKey, ledger, shelf, seed)) {
                clerk.goTo(pair.both());
                var first = random.nextInt(2);
                for (var kill = 0; kill < KILLS; kill++) {
                    moreOrders(ledger, random.nextInt(10, 60));
                    var which = (first + kill) % 2;
                    var victim = pair.process(which).pid();
                    killWithClaims(pair.process(which));
                    var killed = System.nanoTime();
                    var held = pair.heldBy(victim);
                    takenOver.add(CompletableFuture.supplyAsync(
                            () -> new TakenOver(held, takenOver(victim, killed)), watching));
                    pair.replace(which);
                    customers.goTo(pair.both());
                    clerk.goTo(pair.both());
                }
                moreOrders(ledger, 30);
                customers.stop();
                clerk.stop();
                assertThat(customers.surprises()).as("seed %d", seed).isEmpty();
                assertThat(clerk.surprises()).as("seed %d", seed).isEmpty();
            }
            var slowest = takenOver.stream().map(CompletableFuture::join).toList();
            Waiting.until(
                    "all is delivered, seed " + seed,
                    PATIENCE,
                    () -> pair.count("select count(*) from webhooks.delivery where status = 'Pending'") == 0);

            assertThat(slowest).allMatch(one -> one.held() > 0);
            everythingIsTold(shop.storeId(), witness, ledger.lines());
            Invariants.holdEverywhere(pair.backstage());
            report(witness, ledger, slowest, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void every_burst_has_one_reply_at_most_and_every_call_of_the_model_is_an_event() throws Exception {
        new AgentKills(pair, traffic, seed).strike();
    }

    @Test
    @Order(Order.DEFAULT + 3)
    void who_wakes_after_its_lease_writes_and_sends_nothing_and_no_stop_makes_a_gap_in_an_inbox() throws Exception {
        FrozenWorker.sleepsAndWakes(pair);
    }

    /** It is frozen first, so that the kill comes at a moment at which there is something to take over. */
    private void killWithClaims(SendyProcess victim) {
        Waiting.until("it dies with claims in its hands, seed " + seed, PATIENCE, () -> {
            if (pair.heldBy(victim.pid()) == 0) {
                return false;
            }
            victim.freeze();
            pair.settles();
            var holds = pair.heldBy(victim.pid()) > 0;
            if (!holds) {
                victim.thaw();
            }
            return holds;
        });
        victim.kill();
    }

    private static String subscribed(Api key, Witness witness) {
        return Goods.well(key.post(Api.KEYS + "/webhooks", Api.object().put("url", witness.url())))
                .data("secret");
    }

    private Duration takenOver(long victim, long killed) {
        Waiting.until("all is taken over, seed " + seed, LEASE.plus(NOTICED), () -> pair.heldBy(victim) == 0);
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    private void everythingIsTold(String store, Witness witness, List<Ledger.Line> promised) {
        var told = witness.told();
        var events = pair.backstage()
                .sql("select 'evt_' || id, resource_id::text, type from webhooks.event where store_id = :store::uuid")
                .param("store", store)
                .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        var created = events.stream()
                .filter(event -> event.get(2).equals("order.created"))
                .collect(Collectors.toMap(event -> event.get(1), List::getFirst));

        assertThat(witness.surprises()).as("seed %d", seed).isEmpty();
        assertThat(new HashSet<>(told.keySet()))
                .as("every event is told and nothing else, seed %d", seed)
                .isEqualTo(events.stream().map(List::getFirst).collect(Collectors.toSet()));
        assertThat(promised)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(told)
                        .as("seed %d, order %s", seed, line.id())
                        .containsKey(created.get(line.id())));
        assertThat(pair.count("select count(*) from webhooks.delivery where status <> 'Delivered'"))
                .as("seed %d", seed)
                .isZero();
    }

    private void report(Witness witness, Ledger ledger, List<TakenOver> takenOver, Duration took) {
        var told = witness.told().values();
        System.out.printf(
                "%d kills in %d s, seed %d: %d orders answered, %d events delivered by %d requests, %d of them more than"
                        + " once, %d attempts lost with their process; of %d takeovers the slowest took %.1f s (lease %d s)%n",
                KILLS,
                took.toSeconds(),
                seed,
                ledger.size(),
                told.size(),
                witness.requests(),
                told.stream().filter(one -> one.attempts().size() > 1).count(),
                pair.count("select count(*) from webhooks.attempt where error_class = 'lost'"),
                takenOver.stream().filter(one -> one.held() > 0).count(),
                takenOver.stream()
                                .filter(one -> one.held() > 0)
                                .mapToLong(one -> one.after().toMillis())
                                .max()
                                .orElse(0)
                        / 1_000.0,
                LEASE.toSeconds());
    }

    private static void moreOrders(Ledger ledger, int many) {
        var goal = ledger.size() + many;
        Waiting.until(many + " more orders are answered", PATIENCE, () -> ledger.size() >= goal);
    }
}
