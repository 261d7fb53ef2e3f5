package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.Visitor.Shown;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Discount codes and automatic discounts. */
@Scenario
class DiscountPagesTest {

    private static final String CODES = "/app/discounts";
    private static final String RULES = CODES + "/rules";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Map<String, String> CODE =
            Map.of("code", "EID10", "discountType", "percentage", "discountValue", "10", "isActive", "true");
    private static final Map<String, String> RULE =
            Map.of("name", "العيد", "discountType", "percentage", "discountValue", "10", "isActive", "true");

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    private Shown sends(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(CODES + "/new").token());
        return owner.sends(path, form);
    }

    /** As {@link #sends}, from the page of something that is there, which says what it showed. */
    private Shown changes(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("shown", owner.opens(path).shown());
        return sends(path, form);
    }

    private static Map<String, String> codeWith(Map<String, String> others) {
        var form = new HashMap<>(CODE);
        form.putAll(others);
        return form;
    }

    private static Map<String, String> right(String list) {
        return list.equals(RULES) ? RULE : CODE;
    }

    private String first(String list) {
        return list
                + "/"
                + well(shop.owner().get(Api.STAFF + (list.equals(RULES) ? "/discounts/rules" : "/discounts/codes")))
                        .data("items.0.id");
    }

    /** What a reader sees, without the marks that keep numbers and names in their direction. */
    private static String plain(Shown page) {
        return page.text().replaceAll("[\u2066\u2068\u2069]", "").replace('\u00a0', ' ');
    }

    @Test
    void a_code_says_what_it_does_and_is_changed_switched_and_deleted_after_a_question() {
        assertThat(sends(CODES, CODE).header("Location")).isEqualTo(CODES + "?said=discounts.made");
        assertThat(plain(owner.opens(CODES))).contains("EID10", "يخصم 10% من الطلب.", "فعّال");

        var path = first(CODES);
        sends(
                path,
                Map.of(
                        "discountType", "fixed_amount",
                        "discountValue", "5,000",
                        "minOrderValue", "25,000",
                        "maxUses", "3",
                        "perUserLimit", "1",
                        "startsAt", "2030-04-01",
                        "expiresAt", "2030-05-01"));
        assertThat(plain(owner.opens(CODES)))
                .contains("يخصم 5,000 د.ع من الطلب، إذا بلغت قيمته 25,000 د.ع أو أكثر، مرات الاستخدام: 3 على الأكثر، "
                        + "لكل زبون: 1 على الأكثر، من 1 نيسان 2030، حتى 1 أيار 2030.")
                .contains("0 / 3", "لم يبدأ");

        for (var twice = 0; twice < 2; twice++) {
            assertThat(sends(path + "/switch", Map.of("on", "false")).header("Location"))
                    .isEqualTo(CODES + "?said=discounts.off");
        }
        assertThat(owner.opens(path).text()).contains("موقوف", "value=\"5,000\"", "value=\"2030-05-01\"");
        assertThat(sends(path + "/switch", Map.of()).status()).isEqualTo(400);
        assertThat(sends(path + "/switch", Map.of("on", "true")).header("Location"))
                .isEqualTo(CODES + "?said=discounts.on");

        assertThat(plain(sends(path + "/delete", Map.of()))).contains("data-ask", "حذف «EID10»؟");
        assertThat(owner.opens(path).status()).isEqualTo(200);
        assertThat(sends(path + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(CODES + "?said=discounts.deleted");
        assertThat(owner.opens(path).status()).isEqualTo(404);
    }

    @Test
    void days_of_a_code_are_whole_days_and_a_moment_that_is_not_touched_stays() {
        var body = Api.object()
                .put("code", "NIGHT")
                .put("discountType", "percentage")
                .put("discountValue", 5)
                .put("expiresAt", "2030-05-01T12:30:00+03:00");
        var id = well(shop.owner().post(Api.STAFF + "/discounts/codes", body)).data("id");
        var path = CODES + "/" + id;

        assertThat(plain(owner.opens(path))).contains("value=\"2030-05-01\"", "حتى 1 أيار 2030، 12:30 م.");
        changes(path, Map.of("startsAt", "2030-04-01", "expiresAt", "2030-05-01"));
        var kept = shop.owner().get(Api.STAFF + "/discounts/codes/" + id);
        assertThat(kept.data("expiresAt")).startsWith("2030-05-01T09:30:00");
        assertThat(kept.data("startsAt")).startsWith("2030-03-31T21:00:00");
        sends(path, Map.of("expiresAt", "2030-05-02"));
        assertThat(shop.owner().get(Api.STAFF + "/discounts/codes/" + id).data("expiresAt"))
                .startsWith("2030-05-02T21:00:00");
        sends(path, Map.of("expiresAt", ""));
        assertThat(plain(owner.opens(path))).contains("يخصم 5% من الطلب، من 1 نيسان 2030.");
    }

    @Test
    void what_is_wrong_with_a_code_is_said_at_its_field_with_what_was_typed() {
        var refused = sends(CODES, Map.of("code", "عيد", "discountType", "percentage", "discountValue", "140"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("id=\"code-wrong\"", "id=\"discountValue-wrong\"", "value=\"عيد\"", "value=\"140\"");
        assertThat(sends(CODES, codeWith(Map.of("discountValue", "2,5"))).text())
                .contains("id=\"discountValue-wrong\"", "value=\"2,5\"");
        assertThat(sends(CODES, Map.of()).text()).contains(">اكتب الكود<", ">اكتب مقدار الخصم<");
        sends(CODES, CODE);
        var taken = sends(CODES, CODE);
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains("id=\"code-wrong\"", "value=\"EID10\"");
        var once = UUID.randomUUID().toString();
        sends(CODES, codeWith(Map.of("code", "BACK", "once", once)));
        var otherwise = sends(CODES, codeWith(Map.of("code", "BACK", "discountValue", "20", "once", once)));
        assertThat(otherwise.text()).contains("id=\"code-wrong\"", "value=\"BACK\"", "value=\"20\"");
    }

    @Test
    void a_rule_holds_for_a_category_and_for_doors_until_they_are_unticked() {
        var category = well(shop.owner()
                        .post(Api.STAFF + "/categories", Api.object().put("name", "ورد")))
                .data("id");
        var form = "_csrf=" + owner.opens(RULES + "/new").token()
                + "&name=Eid&discountType=fixed_amount&discountValue=2500&categoryId=" + category
                + "&priority=0&isActive=true&channels=";

        owner.sendsAsIs(RULES, form + "&channels=Storefront&channels=Pos");
        assertThat(plain(owner.opens(RULES)))
                .contains("يخصم 2,500 د.ع من كل قطعة في «ورد»، للطلبات من: المتجر، الكاشير.");
        var path = first(RULES);
        assertThat(owner.opens(path).text()).containsPattern("value=\"Pos\" checked");
        owner.sendsAsIs(path, form);
        assertThat(plain(owner.opens(RULES))).contains("من كل قطعة في «ورد».");

        sends(path, Map.of("discountType", "percentage", "discountValue", "12.5", "categoryId", ""));
        assertThat(sends(path + "/switch", Map.of("on", "false")).header("Location"))
                .isEqualTo(RULES + "?said=discounts.off");
        assertThat(plain(owner.opens(path))).contains("يخصم 12.5% من كل المنتجات.", "موقوف");
        assertThat(plain(sends(path + "/delete", Map.of()))).contains("حذف «Eid»؟");
        sends(path + "/delete", Map.of("sure", "yes"));
        assertThat(owner.opens(RULES).text()).contains("لا خصومات تلقائية بعد");
    }

    /** Else a browser chooses what stands first, and the discount is given on everything. */
    @Test
    void a_rule_keeps_its_category_when_that_is_deleted_until_another_is_chosen() {
        var category = well(shop.owner()
                        .post(Api.STAFF + "/categories", Api.object().put("name", "ورد")))
                .data("id");
        var rule = new HashMap<>(RULE);
        rule.put("categoryId", category);
        sends(RULES, rule);
        var path = first(RULES);
        shop.owner().delete(Api.STAFF + "/categories/" + category);

        assertThat(owner.opens(path).text()).containsPattern("value=\"" + category + "\"[^>]*selected[^>]*>صنف حُذف<");
        rule.put("discountValue", "15");
        assertThat(changes(path, rule).header("Location")).isEqualTo(RULES + "?said=discounts.saved");
        assertThat(plain(owner.opens(RULES))).contains("يخصم 15% من منتجات «صنف حُذف».");
        rule.put("discountValue", "140");
        assertThat(sends(path, rule).text()).contains("value=\"" + category + "\" selected");
        rule.put("discountValue", "15");
        rule.put("categoryId", "");
        sends(path, rule);
        assertThat(plain(owner.opens(RULES))).contains("يخصم 15% من كل المنتجات.");
    }

    @ParameterizedTest
    @ValueSource(strings = {CODES, RULES})
    void going_back_and_sending_something_else_makes_that_too(String list) {
        var form = new HashMap<>(right(list));
        form.put("once", UUID.randomUUID().toString());
        sends(list, form);
        var name = list.equals(RULES) ? "name" : "code";
        form.put(name, "RAMADAN15");
        form.put("discountValue", "15");

        assertThat(sends(list, form).header("Location")).endsWith("said=discounts.made");

        assertThat(plain(owner.opens(list))).contains(right(list).get(name), "يخصم 10%", "RAMADAN15", "يخصم 15%");
    }

    /** A double tap where no script holds the second back. */
    @ParameterizedTest
    @ValueSource(strings = {CODES, RULES})
    void a_form_that_is_sent_twice_makes_one_thing(String list) {
        var page = owner.opens(list + "/new");
        var once = ONCE.matcher(page.text());
        assertThat(once.find()).isTrue();
        var form = new HashMap<>(right(list));
        form.putAll(Map.of("once", once.group(1), "_csrf", page.token()));

        var both = Shop.atOnce(2, _ -> owner.sends(list, form));

        assertThat(both).allMatch(answer -> answer.header("Location").endsWith("said=discounts.made"));
        assertThat(owner.opens(list).text().split("/switch\"", -1)).hasSize(2);
        // Once it is deleted the same form makes it anew.
        sends(first(list) + "/delete", Map.of("sure", "yes"));
        assertThat(owner.sends(list, form).header("Location")).endsWith("said=discounts.made");
    }

    @ParameterizedTest
    @ValueSource(strings = {CODES, RULES})
    void whoever_only_looks_changes_nothing_and_others_do_not_see_it(String list) {
        sends(list, right(list));
        var path = first(list);
        var viewer = Visitor.staff(api, shop, "store.discounts.view");

        assertThat(viewer.opens(list).text()).contains(path).doesNotContain(list + "/new", "/switch");
        var page = viewer.opens(path);
        assertThat(plain(page)).contains("يخصم 10%").doesNotContain("name=\"discountValue\"", "/delete\"", "/switch");
        assertThat(viewer.sends(path + "/switch", Map.of("_csrf", page.token(), "on", "false"))
                        .status())
                .isEqualTo(403);
        var stranger = Visitor.of(api, Shop.opens(api));
        var token = stranger.opens(CODES).token();
        for (var below : new String[] {"", "/switch", "/delete"}) {
            assertThat(stranger.sends(path + below, Map.of("_csrf", token)).status())
                    .isEqualTo(404);
        }
    }
}
