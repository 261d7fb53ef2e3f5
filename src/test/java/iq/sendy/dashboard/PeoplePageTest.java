package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.Visitor;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff and their roles, keys of programs, one's own password, and the log of all that. */
@Scenario
class PeoplePageTest {

    private static final String STAFF = "/app/staff";
    private static final String ROLES = STAFF + "/roles";
    private static final String KEYS = "/app/settings/keys";
    private static final String LOG = "/app/settings/audit";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\" value=\"([^\"]+)\"");

    @Autowired
    Api api;

    @Autowired
    Trips trips;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    private Shop shop;
    private Visitor owner;
    private String token;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        token = owner.opens(STAFF).token();
    }

    @Test
    void a_member_is_hired_into_a_role_changed_and_let_go() {
        assertThat(owner.sends(ROLES + "/new", Map.of("_csrf", token, "name", "تجهيز"))
                        .text())
                .contains("href=\"#permissions\"", "value=\"تجهيز\"");
        var role = Map.of("_csrf", token, "name", "تجهيز", "permissions", "store.orders.view");
        assertThat(owner.sends(ROLES + "/new", role).header("Location")).isEqualTo(ROLES + "?said=roles.saved");
        var roleId = well(shop.owner().get(Api.STAFF + "/rbac/roles")).data("items.0.id");

        var phone = Shop.newPhone();
        var form = new HashMap<>(
                Map.of("_csrf", token, "fullName", "سارة", "phone", phone, "roleId", roleId, "password", "12345678"));
        var weak = owner.sends(STAFF + "/new", form);
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.text()).contains("href=\"#password\"", "value=\"سارة\"").doesNotContain("12345678");

        form.put("password", Shop.PASSWORD);
        assertThat(owner.sends(STAFF + "/new", form).header("Location")).isEqualTo(STAFF + "?said=staff.saved");
        assertThat(owner.opens(STAFF).text())
                .contains(">" + Phone.parse(phone).orElseThrow().atHome() + "<");
        assertThat(owner.sends(STAFF + "/new", form).status()).isEqualTo(409);
        var member = new Visitor(api.base(), "ar");
        assertThat(member.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(303);
        assertThat(member.opens(STAFF).status()).isEqualTo(403);

        var id = well(shop.owner().get(Api.STAFF + "/staff")).data("items.0.id");
        form.put("password", "");
        form.put("fullName", "سارة كريم");
        assertThat(owner.sends(STAFF + "/" + id, form).status()).isEqualTo(303);
        assertThat(owner.opens(STAFF).text()).contains("سارة كريم", "تجهيز");
        assertThat(member.opens("/app").status()).isEqualTo(200);

        assertThat(owner.sends(ROLES + "/" + roleId + "/delete", Map.of("_csrf", token, "sure", "1"))
                        .status())
                .isEqualTo(409);
        var remove = STAFF + "/" + id + "/remove";
        assertThat(owner.sends(remove, Map.of("_csrf", token)).text()).contains("إزالة «سارة كريم»؟");
        for (var tap = 0; tap < 2; tap++) {
            assertThat(owner.sends(remove, Map.of("_csrf", token, "sure", "1")).header("Location"))
                    .isEqualTo(STAFF + "?said=staff.removed");
        }
        assertThat(member.opens("/app").status()).isEqualTo(303);
        assertThat(owner.sends(ROLES + "/" + roleId + "/delete", Map.of("_csrf", token, "sure", "1"))
                        .header("Location"))
                .isEqualTo(ROLES + "?said=roles.deleted");
    }

    @Test
    void nobody_gives_what_they_do_not_hold() {
        var manager = Staff.of(api, shop, "store.rbac.manage", "store.orders.view");
        var page = manager.opens(ROLES + "/new");
        assertThat(page.text()).contains("store.orders.view").doesNotContain("store.expenses.view");
        var taken = manager.sends(
                ROLES + "/new", Map.of("_csrf", page.token(), "name", "كل شيء", "permissions", "store.expenses.view"));
        assertThat(taken.status()).isEqualTo(403);
        assertThat(taken.text()).contains("store.expenses.view", "value=\"كل شيء\"");
    }

    @Test
    void a_members_role_and_key_of_another_shop_are_not_found() {
        Staff.of(api, shop, "store.orders.view");
        shop.mints("orders:read");
        var member = well(shop.owner().get(Api.STAFF + "/staff")).data("items.0.id");
        var role = well(shop.owner().get(Api.STAFF + "/rbac/roles")).data("items.0.id");
        var key = well(shop.owner().get(Api.STAFF + "/api-keys")).data("items.0.id");
        var stranger = Visitor.of(api, Shop.opens(api));
        var proof = stranger.opens(STAFF).token();
        assertThat(stranger.opens(STAFF + "/" + member).status()).isEqualTo(404);
        assertThat(stranger.opens(ROLES + "/" + role).status()).isEqualTo(404);
        assertThat(stranger.sends(KEYS + "/" + key + "/revoke", Map.of("_csrf", proof, "sure", "1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_key_is_shown_once_works_and_is_revoked() {
        assertThat(owner.sends(KEYS + "/new", Map.of("_csrf", token, "name", "ويب"))
                        .text())
                .contains("href=\"#scopes\"");
        var made = owner.sends(KEYS + "/new", Map.of("_csrf", token, "name", "ويب", "scopes", "orders:read"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        var secret = SECRET.matcher(made.text());
        assertThat(secret.find()).isTrue();
        assertThat(api.withKey(secret.group(1)).get(Api.KEYS + "/orders").status())
                .isEqualTo(200);

        assertThat(owner.opens(KEYS).text())
                .contains("ويب", ">الطلبات", " (عرض)<")
                .doesNotContain(secret.group(1));
        var id = well(shop.owner().get(Api.STAFF + "/api-keys")).data("items.0.id");
        assertThat(owner.sends(KEYS + "/" + id + "/revoke", Map.of("_csrf", token))
                        .text())
                .contains("إلغاء هذا المفتاح؟");
        for (var tap = 0; tap < 2; tap++) {
            assertThat(owner.sends(KEYS + "/" + id + "/revoke", Map.of("_csrf", token, "sure", "1"))
                            .header("Location"))
                    .isEqualTo(KEYS + "?said=keys.revoked");
        }
        assertThat(api.withKey(secret.group(1)).get(Api.KEYS + "/orders").status())
                .isEqualTo(401);
    }

    @Test
    void one_changes_ones_password_and_stays_signed_in_here_alone() {
        var path = "/app/settings/password";
        var elsewhere = Visitor.of(api, shop);
        var wrong = owner.sends(
                path, Map.of("_csrf", token, "currentPassword", "not-it-at-all", "newPassword", "yasmin-w-narges-9"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("href=\"#currentPassword\"").doesNotContain("yasmin-w-narges-9");

        var right = Map.of("_csrf", token, "currentPassword", Shop.PASSWORD, "newPassword", "yasmin-w-narges-9");
        assertThat(owner.sends(path, right).header("Location")).isEqualTo("/app/settings?said=password.changed");
        assertThat(owner.opens("/app/settings").status()).isEqualTo(200);
        assertThat(elsewhere.opens("/app/settings").status()).isEqualTo(303);
    }

    @Test
    void the_log_says_who_changed_what() {
        well(shop.owner().put(Api.STAFF + "/cashier/settings", Api.object().put("requirePin", true)));
        assertThat(owner.opens(LOG).text()).contains(">تعديل: إعدادات الكاشير<", "نور حسين");
    }

    @Test
    void the_log_names_what_was_changed_and_leads_there() {
        var order = shop.placesOne();
        var goods = Goods.of(shop);
        goods.sells("ROSE", 12_500, 9);
        well(goods.post(
                "/catalog/inventory/" + goods.row("ROSE") + "/adjust",
                Api.object().put("delta", -1).put("reason", "تالف")));
        var product = well(shop.owner().get(Api.STAFF + "/products")).data("items.0.id");
        var customer = well(shop.owner().get(Api.STAFF + "/customers")).data("items.0.id");
        well(shop.owner().put(Api.STAFF + "/customers/" + customer, Api.object().put("notes", "تتصل مساءً")));

        var log = owner.opens(LOG).text();

        assertThat(log.split(">باقة ROSE<", -1)).as("added, and counted").hasSize(3);
        assertThat(log)
                .contains("<a href=\"/app/orders/" + order + "\"><bdi dir=\"ltr\">#1</bdi></a>")
                .contains("<a href=\"/app/products/" + product + "\"><bdi>باقة ROSE</bdi></a>")
                .contains("<a href=\"/app/customers/" + customer + "\"><bdi>زينب علي</bdi></a>");
        for (var page : List.of("/app/orders/" + order, "/app/products/" + product, "/app/customers/" + customer)) {
            assertThat(owner.opens(page).status()).isEqualTo(200);
        }
        var trips = tripsToLog();
        shop.placesOne();
        goods.sells("VASE", 10_000, 3);
        assertThat(tripsToLog()).as("one for all rows").hasSameSizeAs(trips);
    }

    private List<String> tripsToLog() {
        return trips.during(() -> assertThat(owner.opens(LOG).status()).isEqualTo(200));
    }

    @Test
    void what_is_gone_is_called_as_the_log_knew_it_and_else_by_its_id() {
        var supplier = well(shop.owner()
                        .post(Api.STAFF + "/suppliers", Api.object().put("fullName", "مشتل الجادرية")))
                .data("id");
        well(shop.owner().delete(Api.STAFF + "/suppliers/" + supplier));
        var gone = UUID.randomUUID();
        var store = new StoreId(UUID.fromString(shop.storeId()));
        CurrentTenant.in(
                store,
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    var resolved = new Audit.Change("conversation.resolved", "conversation", gone, null, null);
                    audit.record(store, Actor.SYSTEM, resolved);
                    return true;
                }));

        var log = owner.opens(LOG).text();

        assertThat(log.split("مشتل الجادرية", -1)).as("added, and deleted").hasSize(3);
        assertThat(log).contains("<bdi class=\"muted code\" dir=\"ltr\">" + gone + "</bdi>");
    }

    @Test
    void who_may_not_open_a_thing_is_told_no_name_of_it() {
        shop.placesOne();
        var reader = Visitor.staff(api, shop, "store.settings.view");

        var log = reader.opens(LOG);

        assertThat(log.status()).isEqualTo(200);
        assertThat(log.text()).contains("إضافة: طلب").doesNotContain("#1<", "/app/orders/");
    }
}
