package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@Scenario
class OperatorsTest {

    private static final String STORES = "/api/v1/admin/stores";

    @Autowired
    Api api;

    @Autowired
    Registrations registrations;

    private Api.Reply session;
    private Api admin;

    @BeforeEach
    void sign_in() {
        var phone = Shop.newPhone();
        registrations.ensureOperator(Phone.parse(phone).orElseThrow(), Shop.PASSWORD);
        registrations.ensureOperator(Phone.parse(phone).orElseThrow(), "another-password-1");
        session =
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", Shop.PASSWORD));
        assertThat(session.status()).as(session::toString).isEqualTo(200);
        admin = api.withToken(session.data("accessToken"));
    }

    private static ObjectNode store(String phone) {
        return Api.object()
                .put("storeName", "Opened for you")
                .put("ownerName", "Sara Aziz")
                .put("phone", phone)
                .put("password", Shop.PASSWORD);
    }

    @Test
    void an_operator_signs_in_without_a_store_and_sees_none_from_inside() {
        assertThat(session.data().get("store").isNull()).isTrue();
        assertThat(session.data("user.role")).isEqualTo("platform_admin");
        assertThat(admin.get("/api/v1/auth/me").data().get("store").isNull()).isTrue();
        assertThat(admin.get(Api.STAFF + "/orders").status()).isEqualTo(403);
        assertThat(Shop.opens(api).owner().get(STORES).faults()).containsExactly("permission.missing");
        var next = api.post("/api/v1/auth/refresh", Api.object().put("refreshToken", session.data("refreshToken")));
        assertThat(next.status()).as(next::toString).isEqualTo(200);
    }

    @Test
    void an_operator_opens_a_store_whose_owner_signs_in() {
        var phone = Shop.newPhone();

        var opened = admin.withHeader("Idempotency-Key", phone).post(STORES, store(phone));
        var again = admin.withHeader("Idempotency-Key", phone).post(STORES, store(phone));

        assertThat(opened.status()).as(opened::toString).isEqualTo(200);
        assertThat(again.text()).isEqualTo(opened.text());
        assertThat(admin.post(STORES, store(phone)).faults()).containsExactly("phone phone.taken");
        var owner =
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", Shop.PASSWORD));
        assertThat(owner.data("store.id")).isEqualTo(opened.data("id"));
        assertThat(admin.get(STORES).text()).contains(opened.data("id"));
        assertThat(admin.get("/api/v1/admin/audit-log").text()).contains("store.created", opened.data("id"));
    }

    @Test
    void a_suspended_store_is_shut_at_every_door_and_opens_again() {
        var shop = Shop.opens(api);
        var key = shop.key();
        var login = Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD);
        var inside = api.post("/api/v1/auth/login", login);

        var suspended = admin.put(STORES + "/" + shop.storeId(), Api.object().put("isSuspended", true));

        assertThat(suspended.data("isSuspended")).isEqualTo("true");
        assertThat(shop.owner().get(Api.STAFF + "/orders").faults()).containsExactly("store.suspended");
        assertThat(key.get(Api.KEYS + "/orders").status()).isEqualTo(403);
        assertThat(api.post("/api/v1/auth/login", login).faults()).containsExactly("store.suspended");
        assertThat(api.post("/api/v1/auth/refresh", Api.object().put("refreshToken", inside.data("refreshToken")))
                        .status())
                .isEqualTo(403);
        admin.put(STORES + "/" + shop.storeId(), Api.object().put("isSuspended", false));
        assertThat(key.get(Api.KEYS + "/orders").status()).isEqualTo(200);
        assertThat(api.post("/api/v1/auth/login", login).status()).isEqualTo(200);
        assertThat(shop.owner().get(Api.STAFF + "/audit-log").text()).contains("store.updated");
    }

    @Test
    void a_store_is_renamed_and_moved_to_a_free_slug() {
        var shop = Shop.opens(api);
        var slug = "moved-" + shop.ownerPhone();

        var moved = admin.put(
                STORES + "/" + shop.storeId(),
                Api.object().put("name", "New name").put("slug", slug));

        assertThat(moved.data("slug")).isEqualTo(slug);
        assertThat(moved.data("name")).isEqualTo("New name");
        assertThat(admin.put(
                                STORES + "/" + Shop.opens(api).storeId(),
                                Api.object().put("slug", slug))
                        .faults())
                .containsExactly("slug slug.taken");
        assertThat(admin.put(STORES + "/" + shop.storeId(), Api.object().put("slug", "www"))
                        .faults())
                .containsExactly("slug slug.reserved");
        assertThat(admin.put(STORES + "/" + UUID.randomUUID(), Api.object()).status())
                .isEqualTo(404);
    }

    @Test
    void the_admin_door_wants_a_sign_in() {
        assertThat(api.get(STORES).faults()).containsExactly("auth.required");
        assertThat(api.get("/api/v1/admin/whatever").faults()).containsExactly("auth.required");
    }
}
