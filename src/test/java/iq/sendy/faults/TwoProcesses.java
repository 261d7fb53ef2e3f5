package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What two processes of Sendy owe each other on one database. They were started at the same moment while it was empty. */
abstract class TwoProcesses {

    private static final Duration SEEN_EVERYWHERE = Duration.ofSeconds(5);

    abstract Pair pair();

    @Test
    void each_migration_ran_once() {
        var history = "from platform.flyway_schema_history where version is not null";

        assertThat(pair().count("select count(*) " + history)).isPositive();
        assertThat(pair().count("select count(*) " + history + " and not success"))
                .isZero();
        assertThat(pair().count("select count(*) - count(distinct version) " + history))
                .isZero();
    }

    @Test
    void who_registers_at_one_signs_in_at_the_other() {
        var shop = Shop.opens(pair().server(0));

        var signedIn = pair().server(1)
                .post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));

        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
        assertThat(signedIn.data("store.id")).isEqualTo(shop.storeId());
        var me = pair().server(0).withToken(signedIn.data("accessToken")).get("/api/v1/auth/me");
        assertThat(me.status()).as(me.toString()).isEqualTo(200);
    }

    @Test
    void orders_placed_at_both_are_listed_at_both_and_numbered_without_a_gap() {
        var apiKey = Shop.opens(pair().server(0)).mints("orders:read", "orders:write");

        var replies =
                Shop.atOnce(40, i -> pair().server(i % 2).withKey(apiKey).post(Api.KEYS + "/orders", Shop.order()));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        for (var server : pair().both()) {
            assertThat(Listed.all(server, apiKey).stream().map(Listed::number).sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    @Test
    void twelve_equal_requests_at_both_make_one_order() {
        var apiKey = Shop.opens(pair().server(0)).mints("orders:read", "orders:write");
        var wish = new Ledger.Wish("twelve", "once", Shop.order().toString());

        var replies = Shop.atOnce(12, i -> Customers.send(pair().server(i % 2), apiKey, wish));
        var answers = replies.stream()
                .filter(reply -> reply.status() == 200)
                .map(Api.Reply::text)
                .toList();

        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 409);
        assertThat(answers).isNotEmpty();
        for (var server : pair().both()) {
            assertThat(Customers.send(server, apiKey, wish).text()).isEqualTo(answers.getFirst());
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(Listed.all(pair().server(1), apiKey)).hasSize(1);
    }

    @Test
    void a_key_that_is_revoked_at_one_is_refused_at_the_other_within_five_seconds() {
        var shop = Shop.opens(pair().server(0));
        var apiKey = shop.mints("orders:read");
        assertThat(status(pair().server(1), apiKey)).isEqualTo(200);

        var revoked = shop.owner().post(Api.STAFF + "/api-keys/" + idOf(shop, apiKey) + "/revoke");

        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(200);
        var since = System.nanoTime();
        assertThat(status(pair().server(0), apiKey)).isEqualTo(401);
        Waiting.until("the other refuses the key", () -> {
            var asked = Duration.ofNanos(System.nanoTime() - since);
            var refused = status(pair().server(1), apiKey) == 401;
            // However long an answer takes: whoever asks later than that is refused.
            assertThat(refused || asked.compareTo(SEEN_EVERYWHERE) < 0).isTrue();
            return refused;
        });
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
