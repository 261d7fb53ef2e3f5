package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.ExternalPostgres;
import iq.sendy.Invariants;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes of Sendy on one database, started at the same moment while it is empty. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProcessesTest {

    private static final Duration SEEN_EVERYWHERE = Duration.ofSeconds(5);

    private final Fleet fleet = new Fleet();
    private final ExternalPostgres database = external();
    private List<SendyProcess> processes = List.of();
    private List<Api> both = List.of();
    private Api one = Api.at("");
    private Api other = Api.at("");

    private ExternalPostgres external() {
        try {
            return ExternalPostgres.start(fleet.emptyDirectory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeAll
    void start_both_at_the_same_moment() {
        processes = Shop.atOnce(2, _ -> fleet.starts(fleet.emptyDirectory(), database.settings()));
        both = processes.stream().map(SendyProcess::ready).toList();
        one = both.getFirst();
        other = both.getLast();
    }

    @AfterAll
    void end() throws IOException {
        try {
            Invariants.holdEverywhere(database.backstage());
            fleet.close();
        } finally {
            database.close();
        }
    }

    @Test
    void each_migration_ran_once() throws SQLException {
        var history = "from platform.flyway_schema_history where version is not null";

        assertThat(database.ask("select count(*) > 0 and bool_and(success) " + history))
                .isEqualTo("t");
        assertThat(database.ask("select count(*) = count(distinct version) " + history))
                .isEqualTo("t");
    }

    @Test
    void who_registers_at_one_signs_in_at_the_other() {
        var shop = Shop.opens(one);

        var signedIn = other.post(
                "/api/v1/auth/login",
                Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));

        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
        assertThat(signedIn.data("store.id")).isEqualTo(shop.storeId());
        var me = one.withToken(signedIn.data("accessToken")).get("/api/v1/auth/me");
        assertThat(me.status()).as(me.toString()).isEqualTo(200);
    }

    @Test
    void orders_placed_at_both_are_listed_at_both_and_numbered_without_a_gap() {
        var apiKey = Shop.opens(one).mints("orders:read", "orders:write");

        var replies = Shop.atOnce(40, i -> both.get(i % 2).withKey(apiKey).post(Api.KEYS + "/orders", Shop.order()));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        for (var server : both) {
            assertThat(Listed.all(server, apiKey).stream().map(Listed::number).sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    @Test
    void twelve_equal_requests_at_both_make_one_order() {
        var apiKey = Shop.opens(one).mints("orders:read", "orders:write");
        var wish = new Ledger.Wish("twelve", "once", Shop.order().toString());

        var replies = Shop.atOnce(12, i -> Customers.send(both.get(i % 2), apiKey, wish));
        var answers = replies.stream()
                .filter(reply -> reply.status() == 200)
                .map(Api.Reply::text)
                .toList();

        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 409);
        assertThat(answers).isNotEmpty();
        for (var server : both) {
            assertThat(Customers.send(server, apiKey, wish).text()).isEqualTo(answers.getFirst());
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(Listed.all(other, apiKey)).hasSize(1);
    }

    @Test
    void a_key_that_is_revoked_at_one_is_refused_at_the_other_within_five_seconds() {
        var shop = Shop.opens(one);
        var apiKey = shop.mints("orders:read");
        assertThat(status(other, apiKey)).isEqualTo(200);

        var revoked = shop.owner().post(Api.STAFF + "/api-keys/" + idOf(shop, apiKey) + "/revoke");

        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(200);
        assertThat(status(one, apiKey)).isEqualTo(401);
        Waiting.until("the other refuses the key", SEEN_EVERYWHERE, () -> status(other, apiKey) == 401);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_message_is_seen_everywhere_and_no_stop_makes_a_gap() {
        new SharedInbox(one, other).isSeenWithoutAGapWhen(processes.getLast());
    }

    private static int status(Api server, String apiKey) {
        return server.withKey(apiKey).get(Api.KEYS + "/orders").status();
    }

    private static String idOf(Shop shop, String apiKey) {
        var keyId = apiKey.substring(0, apiKey.indexOf('.'));
        var keys = shop.owner().get(Api.STAFF + "/api-keys").data().get("items");
        return IntStream.range(0, keys.size())
                .mapToObj(keys::get)
                .filter(key -> key.get("keyId").stringValue().equals(keyId))
                .map(key -> key.get("id").stringValue())
                .findFirst()
                .orElseThrow();
    }
}
