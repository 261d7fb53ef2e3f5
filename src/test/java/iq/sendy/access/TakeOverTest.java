package iq.sendy.access;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who manages staff, and a colleague who may do more. */
@Scenario
class TakeOverTest {

    private static final String ROLES = Api.STAFF + "/rbac/roles";
    private static final String STAFF = Api.STAFF + "/staff";
    private static final String PASSWORD = "sabah-al-khair-9";

    @Autowired
    Api api;

    private Api owner;
    private Api lead;
    private String strong;
    private String weak;
    private String boss;

    @BeforeEach
    void open() {
        owner = Shop.opens(api).owner();
        strong = makes("Strong", "store.orders.manage", "store.orders.view");
        weak = makes("Weak", "store.orders.view");
        boss = hires(Shop.newPhone(), strong);
        var phone = Shop.newPhone();
        hires(phone, makes("Lead", "store.rbac.manage", "store.orders.view"));
        lead = api.withToken(
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", PASSWORD))
                        .data("accessToken"));
    }

    private static ObjectNode role(String name, String... permissions) {
        var body = Api.object().put("name", name);
        List.of(permissions).forEach(body.putArray("permissions")::add);
        return body;
    }

    private String makes(String name, String... permissions) {
        return owner.post(ROLES, role(name, permissions)).data("id");
    }

    private String hires(String phone, String role) {
        var body = Api.object()
                .put("fullName", "Ali Karim")
                .put("phone", phone)
                .put("roleId", role)
                .put("password", PASSWORD);
        return owner.post(STAFF, body).data("id");
    }

    private Map<String, Supplier<Api.Reply>> ways() {
        return Map.of(
                "a weaker role with a password",
                () -> lead.put(
                        STAFF + "/" + boss, Api.object().put("roleId", weak).put("password", "let-me-be-the-boss")),
                "a weaker role",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("roleId", weak)),
                "a password",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("password", "let-me-be-the-boss")),
                "another phone",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("phone", Shop.newPhone())),
                "another name",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("fullName", "Nobody")),
                "switching off",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("isActive", false)),
                "switching on",
                () -> lead.put(STAFF + "/" + boss, Api.object().put("isActive", true)),
                "emptying the role",
                () -> lead.put(ROLES + "/" + strong, role("Strong")),
                "renaming the role",
                () -> lead.put(ROLES + "/" + strong, Api.object().put("name", "Weakest")),
                "letting go",
                () -> lead.delete(STAFF + "/" + boss));
    }

    @Test
    void no_way_of_taking_over_a_stronger_colleague_is_open() {
        for (var way : ways().entrySet()) {
            refused(way.getKey(), way.getValue().get());
        }
        var unused = makes("Unused", "store.orders.manage");
        refused("deleting a role", lead.delete(ROLES + "/" + unused));
        refused("deleting a role in use", lead.delete(ROLES + "/" + strong));

        assertThat(owner.delete(STAFF + "/" + boss).status())
                .as("the owner may all")
                .isEqualTo(200);
        assertThat(owner.delete(ROLES + "/" + unused).status()).isEqualTo(200);
    }

    private static void refused(String way, Api.Reply reply) {
        assertThat(reply.status()).as(way + ": " + reply).isEqualTo(403);
        assertThat(reply.json().get("message").stringValue()).isEqualTo("Missing permission: store.orders.manage");
        assertThat(reply.faults()).containsExactly("permission.missing");
    }

    @Test
    void thirty_tries_at_once_get_nowhere() {
        var ways = List.copyOf(ways().entrySet());

        var replies = Shop.atOnce(30, i -> ways.get(i % ways.size()).getValue().get());

        assertThat(replies).allMatch(reply -> reply.status() == 403);
        var member = owner.get(STAFF).data();
        assertThat(member.toString()).contains(strong);
    }

    /** Whatever the order, the log shows no change of the lead's at a moment when the other held more. */
    @Test
    void a_role_that_changes_between_look_and_write_is_seen() {
        var replies = Shop.atOnce(30, i -> switch (i % 3) {
            case 0 -> owner.put(STAFF + "/" + boss, Api.object().put("roleId", i % 2 == 0 ? strong : weak));
            case 1 -> lead.put(STAFF + "/" + boss, Api.object().put("password", "let-me-be-the-boss"));
            default -> lead.put(STAFF + "/" + boss, Api.object().put("isActive", i % 2 == 0));
        });

        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 403);
        var log = owner.get(Api.STAFF + "/audit-log?resourceType=staff&pageSize=100")
                .data()
                .get("items");
        var leads = log.valueStream()
                .filter(entry -> entry.get("action").stringValue().equals("staff.updated"))
                .filter(entry -> entry.get("actor").get("kind").stringValue().equals("user"))
                .filter(entry -> !entry.get("actor").get("name").stringValue().equals("نور حسين"))
                .toList();
        assertThat(leads)
                .noneMatch(entry ->
                        entry.get("before").get("roleName").stringValue().equals("Strong"))
                .noneMatch(entry ->
                        entry.get("after").get("roleName").stringValue().equals("Strong"));
    }

    @Test
    void who_holds_all_of_it_may() {
        var helper = hires(Shop.newPhone(), weak);

        assertThat(lead.put(STAFF + "/" + helper, Api.object().put("isActive", false))
                        .status())
                .isEqualTo(200);
        assertThat(lead.put(STAFF + "/" + helper, Api.object().put("password", "masa-al-noor-10"))
                        .status())
                .isEqualTo(200);
        assertThat(lead.delete(STAFF + "/" + helper).status()).isEqualTo(200);
        assertThat(lead.put(ROLES + "/" + weak, role("Weaker")).status()).isEqualTo(200);
        assertThat(lead.delete(ROLES + "/" + weak).status()).isEqualTo(200);
    }
}
