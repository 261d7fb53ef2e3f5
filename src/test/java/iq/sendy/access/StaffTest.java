package iq.sendy.access;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@Scenario
class StaffTest {

    private static final String ROLES = Api.STAFF + "/rbac/roles";
    private static final String STAFF = Api.STAFF + "/staff";

    @Autowired
    Api api;

    private Shop shop;
    private Api owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = shop.owner();
    }

    private static ObjectNode role(String name, String... permissions) {
        var body = Api.object().put("name", name);
        List.of(permissions).forEach(body.putArray("permissions")::add);
        return body;
    }

    private String makes(String name, String... permissions) {
        var reply = owner.post(ROLES, role(name, permissions));
        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        return reply.data("id");
    }

    private static ObjectNode member(String phone, String role) {
        return Api.object()
                .put("fullName", "Ali Karim")
                .put("phone", phone)
                .put("roleId", role)
                .put("password", "sabah-al-khair-9");
    }

    private String hires(String phone, String role) {
        var reply = owner.post(STAFF, member(phone, role));
        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        return reply.data("id");
    }

    private Api.Reply login(String phone, String password) {
        return api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", password));
    }

    private Api signedIn(String phone) {
        var reply = login(phone, "sabah-al-khair-9");
        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        return api.withToken(reply.data("accessToken"));
    }

    @Test
    void a_member_is_hired_and_given_a_password_under_a_key_without_hashing_in_the_transaction() {
        var phone = Shop.newPhone();
        var role = makes("Packer", "store.orders.view");
        var keyed = owner.withHeader("Idempotency-Key", "hire-" + phone);

        var hired = keyed.post(STAFF, member(phone, role));
        assertThat(hired.status()).as(hired::toString).isEqualTo(200);
        assertThat(keyed.post(STAFF, member(phone, role)).text()).isEqualTo(hired.text());

        var changed = owner.withHeader("Idempotency-Key", "change-" + phone)
                .put(STAFF + "/" + hired.data("id"), Api.object().put("password", "masaa-al-noor-8"));
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(login(phone, "masaa-al-noor-8").status()).isEqualTo(200);
    }

    @Test
    void every_permission_is_listed_with_what_it_means() {
        var reply = owner.get(Api.STAFF + "/rbac/permissions?pageSize=100");

        assertThat(reply.data("totalCount")).isEqualTo("43");
        assertThat(reply.data().get("items").get(0).propertyNames()).containsExactlyInAnyOrder("name", "description");
        assertThat(reply.text()).contains("store.orders.manage", "store.rbac.manage", "store.package_sizes.view");
    }

    @Test
    void a_role_is_made_changed_and_deleted() {
        var made = owner.post(ROLES, role("Packer", "store.orders.view", "STORE.Orders.VIEW"));
        assertThat(made.data().propertyNames()).containsExactlyInAnyOrder("id", "name", "permissions");
        assertThat(made.data("permissions")).isEqualTo("[\"store.orders.view\"]");

        assertThat(owner.post(ROLES, role("packer")).faults()).containsExactly("name role.name_taken");
        assertThat(owner.put(ROLES + "/" + made.data("id"), Api.object().put("name", "Sorter"))
                        .data("permissions"))
                .isEqualTo("[\"store.orders.view\"]");
        assertThat(owner.put(ROLES + "/" + made.data("id"), role("Sorter")).data("permissions"))
                .isEqualTo("[]");
        assertThat(owner.put(ROLES + "/" + made.data("id"), Api.object().putNull("name"))
                        .faults())
                .containsExactly("name field.required");
        assertThat(owner.delete(ROLES + "/" + made.data("id")).status()).isEqualTo(200);
        assertThat(owner.delete(ROLES + "/" + made.data("id")).status()).isEqualTo(404);
    }

    @Test
    void faults_of_a_role_are_told_together_and_an_unknown_role_comes_first() {
        assertThat(owner.post(ROLES, role(" ", "store.orders.fly")).faults())
                .containsExactly("name field.required", "permissions[0] permission.unknown");
        assertThat(owner.put(ROLES + "/" + UUID.randomUUID(), role(" ", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void of_twelve_roles_of_one_name_at_once_one_is_made() {
        var replies = Shop.atOnce(12, _ -> owner.post(ROLES, role("Only one")));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(11);
    }

    @Test
    void a_member_signs_in_with_the_permissions_of_the_role() {
        var role = makes("Packer", "store.orders.view");
        var phone = Shop.newPhone();

        var hired = owner.post(STAFF, member(phone, role));

        assertThat(hired.data().propertyNames())
                .containsExactlyInAnyOrder("id", "fullName", "phone", "roleId", "roleName", "isActive");
        assertThat(hired.data("roleName")).isEqualTo("Packer");
        assertThat(hired.data("isActive")).isEqualTo("true");
        var session = login(phone, "sabah-al-khair-9");
        assertThat(session.data("user.role")).isEqualTo("store_staff");
        assertThat(session.data("user.permissions")).isEqualTo("[\"store.orders.view\"]");
        var clerk = api.withToken(session.data("accessToken"));
        assertThat(clerk.get(Api.STAFF + "/orders").status()).isEqualTo(200);
        var refused = clerk.post(Api.STAFF + "/orders", Shop.order());
        assertThat(refused.json().get("message").stringValue()).isEqualTo("Missing permission: store.orders.manage");
        assertThat(clerk.get(STAFF).status()).isEqualTo(403);
        assertThat(owner.get(STAFF).data("totalCount")).as("without the owner").isEqualTo("1");
    }

    @Test
    void a_sign_in_repeated_with_its_key_finds_that_the_member_is_gone() {
        var phone = Shop.newPhone();
        var member = hires(phone, makes("Packer", "store.orders.view"));
        var keyed = api.withHeader("Idempotency-Key", "sign-in-" + phone);
        var body = Api.object().put("phone", phone).put("password", "sabah-al-khair-9");
        assertThat(keyed.post("/api/v1/auth/login", body).status()).isEqualTo(200);

        owner.delete(STAFF + "/" + member);

        var again = keyed.post("/api/v1/auth/login", body);
        assertThat(again.status()).as(again::toString).isEqualTo(401);
    }

    @Test
    void faults_of_a_member_are_told_together() {
        var reply = owner.post(
                STAFF,
                Api.object()
                        .put("phone", "12")
                        .put("roleId", UUID.randomUUID().toString())
                        .put("password", "password1"));

        assertThat(reply.faults())
                .containsExactly(
                        "fullName field.required",
                        "password password.weak",
                        "phone phone.invalid",
                        "roleId role.unknown");
        assertThat(owner.post(STAFF, member(shop.ownerPhone(), makes("Any"))).faults())
                .containsExactly("phone phone.taken");
    }

    @Test
    void another_stores_role_is_unknown_and_its_member_not_found() {
        var other = new StaffTest();
        other.api = api;
        other.open();
        var foreignRole = other.makes("Theirs");
        var foreignMember = other.hires(Shop.newPhone(), foreignRole);

        assertThat(owner.post(STAFF, member(Shop.newPhone(), foreignRole)).faults())
                .containsExactly("roleId role.unknown");
        assertThat(owner.put(STAFF + "/" + foreignMember, Api.object().put("fullName", "X"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.delete(STAFF + "/" + foreignMember).status()).isEqualTo(404);
        assertThat(owner.delete(ROLES + "/" + foreignRole).status()).isEqualTo(404);
    }

    @Test
    void nobody_grants_what_they_do_not_hold() {
        var phone = Shop.newPhone();
        hires(phone, makes("Lead", "store.rbac.manage", "store.orders.view", "store.api_keys.manage"));
        var strong = makes("Strong", "store.orders.manage");
        var boss = hires(Shop.newPhone(), strong);
        var weak = hires(Shop.newPhone(), makes("Weak", "store.orders.view"));
        var lead = signedIn(phone);

        for (var reply : List.of(
                lead.post(ROLES, role("Too much", "store.orders.view", "store.orders.manage")),
                lead.post(STAFF, member(Shop.newPhone(), strong)),
                lead.put(STAFF + "/" + weak, Api.object().put("roleId", strong)),
                lead.put(STAFF + "/" + boss, Api.object().put("password", "let-me-be-the-boss")))) {
            assertThat(reply.status()).as(reply::toString).isEqualTo(403);
            assertThat(reply.json().get("message").stringValue()).isEqualTo("Missing permission: store.orders.manage");
        }
        var key = lead.post(Api.STAFF + "/api-keys", Api.object("{\"name\":\"k\",\"scopes\":[\"orders:read\"]}"));
        assertThat(key.json().get("message").stringValue())
                .as("orders:read also wants store.returns.view")
                .isEqualTo("Missing scope: orders:read");
        assertThat(lead.post(Api.STAFF + "/api-keys", Api.object("{\"name\":\"k\",\"scopes\":[\"printing:read\"]}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_changed_role_holds_from_the_next_request_of_an_old_token() {
        var role = makes("Packer", "store.orders.view");
        var phone = Shop.newPhone();
        hires(phone, role);
        var clerk = signedIn(phone);
        assertThat(clerk.get(Api.STAFF + "/orders").status()).isEqualTo(200);

        owner.put(ROLES + "/" + role, role("Packer"));

        assertThat(clerk.get(Api.STAFF + "/orders").status()).isEqualTo(403);
        assertThat(clerk.get("/api/v1/auth/me").data("user.permissions")).isEqualTo("[]");
    }

    @Test
    void a_switched_off_member_is_out_and_a_removed_ones_phone_is_free() {
        var role = makes("Packer", "store.orders.view");
        var phone = Shop.newPhone();
        var id = hires(phone, role);
        var session = login(phone, "sabah-al-khair-9");
        var clerk = api.withToken(session.data("accessToken"));
        assertThat(owner.delete(ROLES + "/" + role).faults()).containsExactly("role.in_use");

        assertThat(owner.put(STAFF + "/" + id, Api.object().put("isActive", false))
                        .data("isActive"))
                .isEqualTo("false");

        assertThat(clerk.get("/api/v1/auth/me").faults()).containsExactly("auth.invalid");
        assertThat(api.post("/api/v1/auth/refresh", Api.object().put("refreshToken", session.data("refreshToken")))
                        .status())
                .isEqualTo(401);
        assertThat(login(phone, "sabah-al-khair-9").faults()).containsExactly("auth.failed");
        owner.put(STAFF + "/" + id, Api.object().putNull("isActive"));
        assertThat(clerk.get("/api/v1/auth/me").status())
                .as("an old token stays dead")
                .isEqualTo(401);
        var again = signedIn(phone);
        assertThat(owner.delete(STAFF + "/" + id).status()).isEqualTo(200);
        assertThat(again.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(owner.delete(STAFF + "/" + id).status()).isEqualTo(404);
        hires(phone, role);
    }

    @Test
    void a_new_password_and_a_new_phone_take_the_place_of_the_old() {
        var phone = Shop.newPhone();
        var next = Shop.newPhone();
        var id = hires(phone, makes("Packer"));
        var clerk = signedIn(phone);

        var changed =
                owner.put(STAFF + "/" + id, Api.object().put("phone", next).put("password", "masa-al-noor-10"));

        assertThat(changed.data("phone")).isEqualTo("964" + next.substring(1));
        assertThat(clerk.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(login(phone, "masa-al-noor-10").status()).isEqualTo(401);
        assertThat(login(next, "masa-al-noor-10").status()).isEqualTo(200);
        assertThat(owner.put(STAFF + "/" + id, Api.object().put("phone", shop.ownerPhone()))
                        .faults())
                .containsExactly("phone phone.taken");
        assertThat(owner.put(STAFF + "/" + id, Api.object().put("password", next))
                        .faults())
                .containsExactly("password password.weak");
    }

    @Test
    void every_change_is_in_the_log_without_a_secret() {
        var id = hires(Shop.newPhone(), makes("Packer"));
        owner.put(STAFF + "/" + id, Api.object().put("password", "masa-al-noor-10"));
        owner.delete(STAFF + "/" + id);

        var log = owner.get(Api.STAFF + "/audit-log?resourceType=staff");

        assertThat(log.data()
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("action").stringValue()))
                .containsExactly("staff.deleted", "staff.updated", "staff.created");
        assertThat(log.data().get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "action", "resourceType", "resourceId", "actor", "before", "after", "ip", "createdAt");
        assertThat(log.text()).doesNotContain("argon2", "masa-al-noor", "sabah-al-khair");
        assertThat(owner.get(Api.STAFF + "/audit-log?from=2026-01-02&to=2026-01-01")
                        .faults())
                .containsExactly("from range.invalid");
        assertThat(api.withKey(shop.mints("settings:read"))
                        .get(Api.KEYS + "/audit-log")
                        .status())
                .isEqualTo(200);
        assertThat(api.withKey(shop.mints("keys:write"))
                        .get(Api.KEYS + "/rbac/roles")
                        .status())
                .isEqualTo(404);
    }
}
