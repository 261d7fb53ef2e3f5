package iq.sendy.access;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@Scenario
public class ApiKeyTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private static ObjectNode wanted(String... scopes) {
        var body = Api.object().put("name", "Shop system");
        List.of(scopes).forEach(body.putArray("scopes")::add);
        return body;
    }

    @Test
    void a_new_key_is_shown_once_and_kept_as_a_digest() {
        var made = shop.owner().post(Api.STAFF + "/api-keys", wanted("orders:read", "ORDERS:Write", "orders:read"));

        assertThat(made.status()).as(made::toString).isEqualTo(200);
        assertThat(made.data("apiKey")).startsWith(made.data("keyId") + ".").startsWith("sk_");
        assertThat(made.data().get("scopes").toString()).isEqualTo("[\"orders:read\",\"orders:write\"]");
        assertThat(made.data().propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "keyId", "name", "scopes", "createdAt", "lastUsedAt", "revokedAt", "apiKey");
        var listed = shop.owner().get(Api.STAFF + "/api-keys");
        assertThat(listed.text()).contains(made.data("keyId")).doesNotContain("apiKey");
        var secret = made.data("apiKey").split("\\.", -1)[1];
        assertThat(shop.owner().get(Api.STAFF + "/audit-log").text())
                .contains("api_key.created")
                .doesNotContain(secret);
        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from identity.api_key where key_id = :key and length(secret_digest) = 32")
                        .param("key", made.data("keyId"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void faults_of_a_key_are_told_together() {
        assertThat(shop.owner()
                        .post(Api.STAFF + "/api-keys", wanted("orders:fly", "x").put("name", " "))
                        .faults())
                .containsExactly("name field.required", "scopes[0] scope.unknown", "scopes[1] scope.unknown");
        assertThat(shop.owner().post(Api.STAFF + "/api-keys", wanted()).status())
                .isEqualTo(400);
        assertThat(shop.owner().post(Api.STAFF + "/api-keys", Api.object()).faults())
                .containsExactly("name field.required", "scopes field.required");
    }

    @Test
    void a_key_hands_on_no_scope_that_it_does_not_hold() {
        var machine = api.withKey(shop.mints("keys:write", "orders:read"));

        assertThat(machine.post(Api.KEYS + "/api-keys", wanted("orders:read")).status())
                .isEqualTo(200);
        var reply = machine.post(Api.KEYS + "/api-keys", wanted("orders:read", "orders:write"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().get("message").stringValue()).isEqualTo("Missing scope: orders:write");
        assertThat(machine.get(Api.KEYS + "/api-keys").json().get("message").stringValue())
                .isEqualTo("Missing scope: keys:read");
    }

    @Test
    void a_revoked_key_is_nobody_from_the_next_request() {
        var made = shop.owner().post(Api.STAFF + "/api-keys", wanted("orders:read", "keys:write"));
        var machine = api.withKey(made.data("apiKey"));
        assertThat(machine.get(Api.KEYS + "/orders").status()).isEqualTo(200);

        var revoked = machine.post(Api.KEYS + "/api-keys/" + made.data("id") + "/revoke");

        assertThat(revoked.status()).as(revoked::toString).isEqualTo(200);
        assertThat(revoked.data("revokedAt")).isNotEqualTo("null");
        var next = machine.get(Api.KEYS + "/orders");
        assertThat(next.faults()).containsExactly("auth.invalid");
        assertThat(next.header("WWW-Authenticate")).isNotEmpty();
        var again = shop.owner().post(Api.STAFF + "/api-keys/" + made.data("id") + "/revoke");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.data("revokedAt")).isEqualTo(revoked.data("revokedAt"));
        assertThat(shop.owner().get(Api.STAFF + "/api-keys").text()).contains(made.data("keyId"));
    }

    @Test
    void anothers_key_and_an_unknown_one_are_the_same_404() {
        var other = Shop.opens(api).owner().post(Api.STAFF + "/api-keys", wanted("orders:read"));

        var foreign = shop.owner().post(Api.STAFF + "/api-keys/" + other.data("id") + "/revoke");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(shop.owner().post(Api.STAFF + "/api-keys/nonsense/revoke").text())
                .isEqualTo(foreign.text());
        assertThat(api.withKey(other.data("apiKey")).get(Api.KEYS + "/orders").status())
                .isEqualTo(200);
    }

    @Test
    void a_use_is_noted() {
        shop.mints("orders:read");
        var machine = api.withKey(shop.mints("keys:read"));

        var listed = machine.get(Api.KEYS + "/api-keys");

        assertThat(listed.data().get("items").get(0).get("lastUsedAt").isNull()).isFalse();
        assertThat(listed.data().get("items").get(1).get("lastUsedAt").isNull()).isTrue();
    }

    @Test
    void what_is_no_key_of_ours_is_invalid() {
        var good = shop.mints("orders:read");
        var other = shop.mints("orders:read");
        for (var bad : List.of(
                "x",
                "sk_x.y",
                good.substring(0, good.length() - 1),
                good + "A",
                good.split("\\.", -1)[0] + "." + other.split("\\.", -1)[1],
                "sk_" + "A".repeat(22) + "." + "A".repeat(43))) {
            assertThat(api.withKey(bad).get(Api.KEYS + "/orders").faults())
                    .as(bad)
                    .containsExactly("auth.invalid");
        }
    }

    @Test
    void lists_go_on_by_cursor_and_end() {
        for (var i = 0; i < 4; i++) {
            shop.mints("orders:read");
        }

        var first = shop.owner().get(Api.STAFF + "/api-keys?per_page=2");
        var second = shop.owner().get(Api.STAFF + "/api-keys?per_page=2&cursor=" + first.data("nextCursor"));

        assertThat(first.data("totalCount")).isEqualTo("4");
        assertThat(first.data("totalPages")).isEqualTo("2");
        assertThat(second.data().get("items").size()).isEqualTo(2);
        assertThat(second.data("nextCursor")).isEqualTo("null");
    }
}
