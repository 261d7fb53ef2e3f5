package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Promises P1 and P8 under fault F1: Sendy is killed under load again and again, with its database and without. */
class KilledTest {

    private static final int CUSTOMERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** At three of the four kills everything dies at once; at the other the database outlives its parent. */
    private static final List<Consumer<SendyProcess>> KILLS = List.of(
            SendyProcess::killWithDatabase,
            SendyProcess::kill,
            SendyProcess::killWithDatabase,
            SendyProcess::killWithDatabase);

    @AutoClose
    final Fleet fleet = new Fleet();

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void every_order_that_was_answered_outlives_every_kill() throws Exception {
        var directory = fleet.directory();
        var sendy = fleet.starts(directory);
        var server = sendy.ready();
        var shop = Shop.opens(server);
        var apiKey = shop.mints("orders:read", "orders:write");

        var random = new SplittableRandom(seed);
        try (var ledger = new Ledger(Path.of("target/faults/ledger-" + seed + ".tsv"));
                var customers = new Customers(CUSTOMERS, server, apiKey, ledger)) {
            for (var kill : KILLS) {
                moreOrders(ledger, random.nextInt(20, 150));
                kill.accept(sendy);
                sendy = fleet.starts(directory);
                customers.goTo(sendy.ready());
            }
            moreOrders(ledger, 50);
            customers.stop();

            assertThat(customers.surprises()).as("seed %d", seed).isEmpty();
            inspect(sendy, shop.storeId(), apiKey, ledger.lines());
        }
    }

    private void inspect(SendyProcess sendy, String store, String apiKey, List<Ledger.Line> promised)
            throws SQLException, IOException {
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
        auditHasNoGap(sendy, store, stored.size());
    }

    private void everyPromiseIsKept(List<Ledger.Line> promised, List<Listed> stored) {
        Map<String, Listed> byId = stored.stream().collect(Collectors.toMap(Listed::id, Function.identity()));
        for (var line : promised) {
            assertThat(byId.get(line.id()))
                    .as("seed %d", seed)
                    .isEqualTo(new Listed(
                            line.id(),
                            line.publicId(),
                            line.number(),
                            line.total(),
                            line.wish().label()));
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

    private static void auditHasNoGap(SendyProcess sendy, String store, int orders) throws SQLException {
        try (var connection = DriverManager.getConnection(sendy.databaseUrl());
                var question = connection.prepareStatement("""
                        select count(*), min(seq), max(seq), count(*) filter (where action = 'order.created')
                        from platform.audit_entry where store_id = ?::uuid
                        """)) {
            question.setString(1, store);
            try (var row = question.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(2)).isEqualTo(1);
                assertThat(row.getLong(3)).isEqualTo(row.getLong(1));
                assertThat(row.getLong(4)).isEqualTo(orders);
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
