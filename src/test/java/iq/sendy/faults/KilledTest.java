package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Promises P1 and P8 under fault F1, and those to Meta: a Sendy that was attacked is killed under load again and again, with
 * its database and without. Customers order by value, of the shelves and with a code; a clerk cancels, delivers, takes back and counts; a
 * register of another store sends what it sold without a network; Meta delivers messages to a third one; and replies of a
 * fourth one's people are cut at each step of their way to Meta by one of the deaths. The last of them is stopped as an operator
 * does it.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledTest extends Attacked {

    private static final int CUSTOMERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Once everything dies at once, and once the database outlives its parent. Each has calls under way. */
    private static final List<Consumer<SendyProcess>> KILLS =
            List.of(SendyProcess::killWithDatabase, SendyProcess::kill);

    @AutoClose
    private final CutReplies replies = new CutReplies();

    @AutoClose
    private final Victim victim = new Victim(replies.settings());

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Override
    Victim victim() {
        return victim;
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void every_order_sale_message_and_reply_that_was_answered_outlives_every_kill() throws Exception {
        var sendy = victim.alive();
        var server = sendy.ready();
        var shop = Shop.opens(server);
        var apiKey = shop.mints("orders:read", "orders:write", "catalog:write");
        var shelf = Customers.fillsShelves(shop);
        replies.open(server, sendy.databaseUrl());

        var random = new SplittableRandom(seed);
        var cuts = random.nextInt(KILLS.size());
        try (var ledger = new Ledger(Path.of("target/faults/ledger-" + seed + ".tsv"));
                var customers = new Customers(CUSTOMERS, server, apiKey, ledger);
                var clerk = new Clerk(server, apiKey, ledger, shelf, seed);
                var register = new Register(server, new Random(seed));
                var meta = new RepeatedDeliveries(server, new Random(seed))) {
            for (var kill = 0; kill < KILLS.size(); kill++) {
                moreOrders(ledger, random.nextInt(20, 150));
                register.sends(random.nextInt(1, 5));
                meta.sendsThird();
                if (kill == cuts) {
                    replies.hang(server, sendy.databaseUrl());
                }
                register.begins();
                KILLS.get(kill).accept(sendy);
                if (kill == cuts) {
                    replies.release();
                }
                sendy = victim.startsAgain();
                server = sendy.ready();
                if (kill == cuts) {
                    replies.goOn(server, sendy.databaseUrl());
                }
                everyPromiseIsKept(ledger.lines(), Listed.all(server, apiKey));
                Invariants.holdEverywhere(superuser(sendy));
                customers.goTo(server);
                clerk.goTo(server);
                register.goTo(server);
                meta.goTo(server);
            }
            moreOrders(ledger, 50);
            customers.stop();
            clerk.stop();
            register.finishes(seed);
            meta.finishes(superuser(sendy));

            assertThat(customers.surprises()).as("seed %d", seed).isEmpty();
            assertThat(clerk.surprises()).as("seed %d", seed).isEmpty();
            everyStepIsKept(server, apiKey, clerk.settled());
            inspect(sendy, apiKey, ledger.lines());
            meta.areThereOnce(superuser(sendy), seed);
            replies.judge(seed);
            GracefulStop.answersAndEnds(sendy, victim.directory());
        }
    }

    private static JdbcClient superuser(SendyProcess sendy) {
        return JdbcClient.create(new DriverManagerDataSource(sendy.databaseUrl()));
    }

    private void everyStepIsKept(Api server, String apiKey, Map<String, String> settled) {
        assertThat(settled).as("the clerk works, seed %d", seed).isNotEmpty();
        settled.forEach((order, status) -> assertThat(server.withKey(apiKey)
                        .get(Api.KEYS + "/orders/" + order)
                        .data("status"))
                .as("seed %d", seed)
                .isEqualTo(status));
    }

    private void inspect(SendyProcess sendy, String apiKey, List<Ledger.Line> promised) {
        var server = sendy.ready();
        var stored = Listed.all(server, apiKey);

        everyPromiseIsKept(promised, stored);
        assertThat(stored.stream().map(Listed::notes))
                .as("one effect of each wish, seed %d", seed)
                .doesNotHaveDuplicates();
        assertThat(stored.stream().map(Listed::number).sorted())
                .as("numbers without a gap, seed %d", seed)
                .containsExactlyElementsOf(upTo(stored.size()));
        everyRepeatGetsTheSameBytes(server, apiKey, promised);
        assertThat(Listed.all(server, apiKey))
                .as("nothing new by repeating, seed %d", seed)
                .hasSameSizeAs(stored);
        Invariants.holdEverywhere(superuser(sendy));
    }

    private void everyPromiseIsKept(List<Ledger.Line> promised, List<Listed> stored) {
        Map<String, Listed> byId = stored.stream().collect(Collectors.toMap(Listed::id, Function.identity()));
        for (var line : promised) {
            assertThat(byId.get(line.id())).as("seed %d", seed).isEqualTo(line.order());
        }
    }

    private void everyRepeatGetsTheSameBytes(Api server, String apiKey, List<Ledger.Line> promised) {
        for (var line : promised) {
            if (line.wish().key() != null) {
                var again = Customers.send(server, apiKey, line.wish());
                assertThat(again.text()).as("seed %d", seed).isEqualTo(line.answer());
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            }
        }
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void moreOrders(Ledger ledger, int many) {
        var goal = ledger.size() + many;
        Waiting.until(many + " more orders are answered", PATIENCE, () -> ledger.size() >= goal);
    }
}
