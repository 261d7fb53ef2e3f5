package iq.sendy.faults;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A register sends what it sold without a network while Sendy is killed again and again and its session is closed: each
 * call is sent until it is answered, and each sale is one order in the end.
 */
@Tag("faults")
class KilledRegisterTest {

    private static final int SALES = 20;
    private static final int PIECES = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private static final List<Consumer<SendyProcess>> KILLS =
            List.of(SendyProcess::killWithDatabase, SendyProcess::kill, SendyProcess::killWithDatabase);

    @AutoClose
    final Fleet fleet = new Fleet();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final AtomicInteger answered = new AtomicInteger();
    private volatile Api server = Api.at("http://127.0.0.1:1");

    @Test
    void twenty_sales_that_are_sent_through_three_kills_are_twenty_orders() throws Exception {
        var random = new Random(seed);
        var directory = fleet.directory();
        var sendy = fleet.starts(directory);
        var goods = Goods.opens(sendy.ready());
        goods.sells("ROSE", 1_000, PIECES);
        var key = goods.shop().mints("cashier:read", "cashier:write", "orders:read", "orders:write", "catalog:read");
        server = sendy.ready().withKey(key);
        var session = well(opens()).data("id");
        var calls = calls(session, random);
        var register = Thread.ofPlatform().start(() -> calls.forEach(this::sends));

        for (var kill : KILLS) {
            var goal = Math.min(calls.size(), answered.get() + random.nextInt(1, 5));
            Waiting.until(goal + " calls are answered", PATIENCE, () -> answered.get() >= goal);
            kill.accept(sendy);
            sendy = fleet.starts(directory);
            server = sendy.ready().withKey(key);
            well(server.post(Api.KEYS + "/cashier/sessions/" + current() + "/close", counted()));
            well(opens());
        }
        assertThat(register.join(PATIENCE)).isTrue();

        assertThat(well(server.get(Api.KEYS + "/orders")).data("totalCount"))
                .as("seed %d", seed)
                .isEqualTo(Integer.toString(SALES));
        var sessions = well(server.get(Api.KEYS + "/cashier/sessions"))
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
                .as("seed %d", seed)
                .isEqualTo(SALES * 1_000L);
        assertThat(well(server.get(Api.KEYS + "/catalog/inventory")).data("items.0.quantityOnHand"))
                .isEqualTo("0");
        var superuser = JdbcClient.create(new DriverManagerDataSource(sendy.databaseUrl()));
        Invariants.hold(superuser, UUID.fromString(goods.shop().storeId()));
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

    /** Each sale twice, shuffled, one to three in a call. */
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

    /** Until it is answered well: a call of which nobody knows what became of it is sent again. */
    private void sends(ObjectNode call) {
        while (true) {
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
}
