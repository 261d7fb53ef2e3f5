package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World.Backstage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sessions of the counter: opened with a count, cash in and out, closed with another count. */
@Scenario
class CounterPageTest {

    private static final String COUNTER = "/app/cashier";
    private static final String SESSIONS = COUNTER + "/sessions";

    private static final Pattern SESSION = Pattern.compile("data-session=\"([^\"]+)\"");

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    @Test
    void a_session_begins_with_what_was_counted_and_two_taps_open_one() {
        var closed = owner.opens(COUNTER);
        assertThat(closed.text())
                .contains("عُدّ ما في الصندوق", "name=\"openingCash\"")
                .doesNotContain("name=\"pin\"");

        var faulty =
                owner.sends(SESSIONS, Map.of("_csrf", closed.token(), "openingCash", "كثير", "registerName", "Front"));
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text()).contains("value=\"كثير\"", "value=\"Front\"", "href=\"#openingCash\"");

        var opened = opens("10,000");
        assertThat(opened.header("Location")).isEqualTo(COUNTER + "?said=cashier.opened");
        assertThat(opens("10,000").header("Location")).isEqualTo(COUNTER + "?said=cashier.openAlready");
        assertThat(owner.opens(opened.header("Location")).text())
                .contains("فُتح الصندوق", "data-session=", "يحتاج البيع هنا إلى JavaScript");
        assertThat(owner.opens(SESSIONS).text())
                .containsOnlyOnce("مفتوحة</span>")
                .contains("الصندوق الرئيسي")
                .doesNotContain("Main");
    }

    /** Who leaves it at its word opens the one that programs call Main, whatever the language of the page. */
    @Test
    void the_register_that_nobody_has_named_is_called_in_the_readers_language() {
        assertThat(owner.opens(COUNTER).text()).contains("value=\"الصندوق الرئيسي\"");
        assertThat(owner.opens(COUNTER + "?lang=en").text()).contains("value=\"Main counter\"");

        owner.sends(
                SESSIONS,
                Map.of(
                        "_csrf", owner.opens(COUNTER).token(),
                        "openingCash", "10,000",
                        "registerName", "Main counter"));

        assertThat(well(shop.owner().get(Api.STAFF + "/cashier/sessions/current"))
                        .data("registerName"))
                .isEqualTo("Main");
    }

    @Test
    void the_register_alone_may_be_lent_the_camera() {
        assertThat(owner.opens(COUNTER).header("Permissions-Policy")).contains("camera=()");
        opens("10,000");

        assertThat(owner.opens(COUNTER).header("Permissions-Policy")).contains("camera=(self)");
        assertThat(owner.opens(SESSIONS).header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void one_that_stands_open_since_another_day_waits_on_the_first_page() {
        opens("10,000");
        assertThat(owner.opens("/app").text()).doesNotContain("صناديق بقيت مفتوحة");

        backstage
                .jdbc()
                .sql(
                        "update cashier.session set opened_at = opened_at - interval '19 hours' where store_id = :store::uuid")
                .param("store", shop.storeId())
                .update();

        assertThat(owner.opens("/app").text())
                .containsPattern("href=\"/app/cashier/sessions\">.*صناديق بقيت مفتوحة</span></a>"
                        + "<span class=\"count\"><bdi dir=\"ltr\">1<");
    }

    @Test
    void where_the_shop_wants_a_pin_it_is_set_with_the_password_and_asked_for() {
        well(shop.owner().put(Api.STAFF + "/cashier/settings", Api.object().put("requirePin", true)));
        var closed = owner.opens(COUNTER);
        assertThat(closed.text()).contains("name=\"pin\"");
        assertThat(opens("0").status()).isEqualTo(400);

        assertThat(setsPin("12", Shop.PASSWORD).text()).contains("href=\"#pin\"");
        assertThat(setsPin("4702", "something else").text()).contains("href=\"#password\"");
        assertThat(setsPin("4702", Shop.PASSWORD).header("Location")).isEqualTo(COUNTER + "?said=cashier.pinSet");

        var wrong = opens("0", "pin", "4703");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).contains("الرمز السري غير صحيح").doesNotContain("4703");
        assertThat(opens("0", "pin", "٤٧٠٢").header("Location")).endsWith("said=cashier.opened");
    }

    @Test
    void cash_goes_in_and_out_with_a_reason_and_a_form_sent_twice_books_once() {
        var session = session();
        var page = owner.opens(SESSIONS + "/" + session);
        var form = new LinkedHashMap<>(Map.of(
                "_csrf",
                page.token(),
                "type",
                "PayOut",
                "amount",
                "3,000",
                "id",
                UUID.randomUUID().toString()));

        var faulty = owner.sends(SESSIONS + "/" + session + "/cash-movements", form);
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text()).contains("href=\"#reason\"", "value=\"3,000\"");

        form.put("reason", "أجرة التوصيل");
        for (var i = 0; i < 2; i++) {
            assertThat(owner.sends(SESSIONS + "/" + session + "/cash-movements", form)
                            .header("Location"))
                    .isEqualTo(SESSIONS + "/" + session + "?said=cashier.moved.PayOut");
        }
        assertThat(owner.opens(SESSIONS + "/" + session).text())
                .containsOnlyOnce("أجرة التوصيل")
                .contains("7,000")
                .doesNotContain("4,000");
    }

    @Test
    void a_session_is_closed_once_with_what_was_counted_and_never_while_sales_are_unsent() {
        var session = session();
        var close = SESSIONS + "/" + session + "/close";
        var form = new LinkedHashMap<>(
                Map.of("_csrf", owner.opens(close).token(), "closingCash", "9,500", "notes", "نقص", "unsent", "2"));

        var pending = owner.sends(close, form);
        assertThat(pending.status()).isEqualTo(409);
        assertThat(pending.text()).contains("مبيعات لم يرسلها هذا الجهاز: 2", "value=\"9,500\"");

        form.put("unsent", "0");
        var asked = owner.sends(close, form);
        assertThat(asked.text()).contains("هل تغلق جلسة «الصندوق الرئيسي»؟", "9,500", "name=\"sure\"");
        assertThat(owner.opens(SESSIONS + "/" + session).text()).contains("مفتوحة");

        form.put("sure", "yes");
        assertThat(owner.sends(close, form).header("Location"))
                .isEqualTo(SESSIONS + "/" + session + "?said=cashier.closed");
        assertThat(owner.opens(SESSIONS + "/" + session).text())
                .contains("تقرير Z رقم 1", "10,000", "9,500", "\u2212500", "ناقص", "نقص")
                .doesNotContain("cash-movements");
        assertThat(owner.sends(close, form).header("Location")).endsWith("said=cashier.closedAlready");
        assertThat(owner.opens(close).header("Location")).isEqualTo(SESSIONS + "/" + session);
        assertThat(owner.opens(SESSIONS + "/" + session + "/report").header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(owner.opens(SESSIONS + "/" + session + "/report?format=png").header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(owner.opens(COUNTER).text()).contains("name=\"openingCash\"");
    }

    @Test
    void what_is_pinned_stands_in_its_order() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 1_000, 5);
        goods.sells("VASE", 12_000, 5);
        var vase = product("VASE");
        pins(vase);
        pins(product("ROSE"));
        pins(vase);

        assertThat(pinnedNames()).containsSubsequence("باقة VASE", "باقة ROSE");
        var up = path("/up");
        assertThat(owner.sends(up, form()).header("Location")).endsWith("said=cashier.pins.moved");
        assertThat(pinnedNames()).containsSubsequence("باقة ROSE", "باقة VASE");
        var off = path("/remove");
        for (var i = 0; i < 2; i++) {
            assertThat(owner.sends(off, form()).header("Location")).endsWith("said=cashier.unpinned");
        }
        assertThat(owner.opens(COUNTER + "/pinned").text()).contains("1/30");
        assertThat(owner.sends(
                                COUNTER + "/pinned",
                                Map.of(
                                        "_csrf",
                                        token(),
                                        "product",
                                        UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void another_shop_sees_nothing_of_it() {
        var session = session();
        var order = shop.placesOne();
        var stranger = Visitor.of(api, Shop.opens(api));
        var token = stranger.opens(COUNTER).token();

        for (var path : new String[] {"", "/close", "/report"}) {
            assertThat(stranger.opens(SESSIONS + "/" + session + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(stranger.opens(COUNTER + "/receipts/" + order).status()).isEqualTo(404);
        var close = stranger.sends(
                SESSIONS + "/" + session + "/close", Map.of("_csrf", token, "closingCash", "1", "sure", "yes"));
        assertThat(close.status()).isEqualTo(404);
        assertThat(owner.opens(COUNTER + "/receipts/" + order).header("Content-Type"))
                .isEqualTo("application/pdf");
    }

    @Test
    void whoever_only_looks_finds_no_dead_button() {
        var session = session();
        var phone = Shop.newPhone();
        var role = shop.owner()
                .post(Api.STAFF + "/rbac/roles", "{\"name\": \"Viewer\", \"permissions\": [\"store.cashier.view\"]}")
                .data("id");
        well(shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("phone", phone)
                                .put("fullName", "هدى")
                                .put("password", Shop.PASSWORD)
                                .put("roleId", role)));
        var viewer = new Visitor(api.base(), "ar");
        viewer.signsIn(phone, Shop.PASSWORD);

        assertThat(viewer.opens(COUNTER).text())
                .contains("البيع يحتاج صلاحية «orders.manage»")
                .doesNotContain("data-till", "/close\"");
        assertThat(viewer.opens(SESSIONS + "/" + session).text()).doesNotContain("cash-movements", "/close\"");
        assertThat(viewer.opens(COUNTER + "/pinned").text()).doesNotContain("name=\"product\"");
        assertThat(viewer.opens(COUNTER + "/goods").status()).isEqualTo(200);
        var token = viewer.opens(COUNTER).token();
        assertThat(viewer.sends(COUNTER + "/sales", Map.of("_csrf", token)).status())
                .isEqualTo(403);
        assertThat(viewer.sends(SESSIONS + "/" + session + "/close", Map.of("_csrf", token))
                        .status())
                .isEqualTo(403);
    }

    private Visitor.Shown opens(String cash, String... more) {
        var form = new LinkedHashMap<>(Map.of("_csrf", token(), "openingCash", cash));
        if (more.length > 0) {
            form.put(more[0], more[1]);
        }
        return owner.sends(SESSIONS, form);
    }

    private String session() {
        opens("10000");
        var id = SESSION.matcher(owner.opens(COUNTER).text());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private Visitor.Shown setsPin(String pin, String password) {
        return owner.sends(COUNTER + "/pin", Map.of("_csrf", token(), "pin", pin, "password", password));
    }

    private String product(String sku) {
        return well(shop.owner().get(Api.STAFF + "/products?sku=" + sku)).data("items.0.id");
    }

    private void pins(String product) {
        var pinned = owner.sends(COUNTER + "/pinned", Map.of("_csrf", token(), "product", product));
        assertThat(pinned.header("Location")).endsWith("said=cashier.pinned");
    }

    private String pinnedNames() {
        return owner.opens(COUNTER + "/pinned").text();
    }

    /** Where a button of the last pinned product leads. */
    private String path(String step) {
        return owner.opens(COUNTER + "/pinned")
                .text()
                .replaceAll("(?s).*action=\"(" + COUNTER + "/pinned/[^\"]*" + step + ")\".*", "$1");
    }

    private Map<String, String> form() {
        return Map.of("_csrf", token());
    }

    private String token() {
        return owner.opens(COUNTER + "/pin").token();
    }
}
