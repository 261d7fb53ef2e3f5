package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
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
import org.springframework.beans.factory.annotation.Autowired;

/** What the shop spends beside its purchases. */
@Scenario
class ExpensePagesTest {

    private static final String LIST = "/app/expenses";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Map<String, String> RENT = Map.of(
            "name", "إيجار المحل",
            "amount", "750,000",
            "expenseType", "Fixed",
            "category", "إيجار",
            "expenseDate", "2026-11-01");

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
        form.put("_csrf", owner.opens(LIST + "/new").token());
        return owner.sends(path, form);
    }

    private String first() {
        return LIST + "/" + well(shop.owner().get(Api.STAFF + "/expenses")).data("items.0.id");
    }

    private static Map<String, String> rentWith(Map<String, String> others) {
        var form = new HashMap<>(RENT);
        form.putAll(others);
        return form;
    }

    @Test
    void an_expense_is_booked_changed_and_deleted_after_a_question() {
        assertThat(sends(LIST, RENT).header("Location")).isEqualTo(LIST + "?said=expenses.booked");
        var path = first();

        assertThat(owner.opens(path).text()).contains("value=\"750,000\"", "value=\"2026-11-01\"", "value=\"إيجار\"");
        assertThat(sends(path, rentWith(Map.of("amount", "٨٠٠٬٠٠٠", "notes", "نقداً")))
                        .header("Location"))
                .isEqualTo(LIST + "?said=expenses.saved");
        assertThat(owner.opens(LIST).text()).contains("800,000").doesNotContain("750,000");
        assertThat(sends(path + "/delete", Map.of()).text()).contains("data-ask", "حذف «\u2068إيجار المحل\u2069»؟");
        assertThat(owner.opens(path).status()).isEqualTo(200);
        assertThat(sends(path + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(LIST + "?said=expenses.deleted");
        assertThat(owner.opens(path).status()).isEqualTo(404);
        assertThat(owner.opens(LIST + "?said=expenses.deleted").text()).contains("حُذف.", "لا مصاريف بعد");
    }

    /** A double tap where no script holds the second back. */
    @Test
    void a_form_that_is_sent_twice_books_one_expense() {
        var page = owner.opens(LIST + "/new");
        var once = ONCE.matcher(page.text());
        assertThat(once.find()).isTrue();
        var form = rentWith(Map.of("once", once.group(1), "_csrf", page.token()));

        var both = Shop.atOnce(2, _ -> owner.sends(LIST, form));

        assertThat(both).allMatch(answer -> answer.header("Location").endsWith("said=expenses.booked"));
        assertThat(well(shop.owner().get(Api.STAFF + "/expenses")).data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void going_back_and_sending_something_else_books_that_too() {
        var once = UUID.randomUUID().toString();
        sends(LIST, rentWith(Map.of("once", once)));

        assertThat(sends(LIST, rentWith(Map.of("once", once, "name", "كهرباء", "amount", "60,000")))
                        .header("Location"))
                .endsWith("said=expenses.booked");

        assertThat(owner.opens(LIST).text()).contains("إيجار المحل", "750,000", "كهرباء", "60,000");
    }

    @Test
    void expenses_add_up_by_category_and_month_and_are_found_by_both() {
        sends(LIST, RENT);
        sends(
                LIST,
                rentWith(Map.of(
                        "name", "راتب علي", "amount", "400000", "category", "رواتب", "expenseDate", "2026-10-02")));

        assertThat(owner.opens(LIST).text())
                .contains("1,150,000", "إيجار المحل", "راتب علي")
                .containsSubsequence("حسب الشهر", "تشرين الثاني 2026", "750,000", "تشرين الأول 2026", "400,000");
        assertThat(owner.opens(LIST + "?category=" + Goods.encoded("إيجار")).text())
                .contains("750,000", "إيجار المحل", "href=\"/app/expenses?category=" + Goods.encoded("إيجار"))
                .doesNotContain("راتب علي", "1,150,000");
        assertThat(owner.opens(LIST + "?from=2026-10-01&to=2026-10-02").text())
                .contains("راتب علي")
                .doesNotContain("إيجار المحل");
        for (var day = 1; day < 7; day++) {
            var more = Map.of("category", "صنف " + day, "amount", "10" + day, "expenseDate", "2026-0" + day + "-01");
            sends(LIST, rentWith(more));
        }
        assertThat(owner.opens(LIST).text())
                .containsSubsequence(
                        "حسب الصنف", ">103<", ">غيرها<", ">203<", "حسب الشهر", ">103<", ">قبلها<", ">203<");
        assertThat(owner.opens(LIST + "?from=2027-01-01").text()).contains("لا مصاريف كهذه");
        assertThat(owner.opens(LIST + "?from=yesterday&to=2026-13-01&category=%00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_with_what_was_typed() {
        var once = UUID.randomUUID().toString();
        var refused = sends(LIST, rentWith(Map.of("name", " ", "amount", "0", "expenseDate", "غداً", "once", once)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("id=\"name-wrong\"", "id=\"amount-wrong\"", "id=\"expenseDate-wrong\"")
                .contains("value=\"غداً\"", "value=\"إيجار\"", "name=\"once\" value=\"" + once + "\"");
        assertThat(owner.opens(LIST).text()).contains("لا مصاريف بعد");
    }

    @Test
    void deleting_what_pays_a_purchase_order_says_that_this_is_unpaid_then() {
        var goods = Goods.opens(api);
        var buyer = Visitor.of(api, goods.shop());
        var order = Api.object().put("orderDate", "2026-11-01");
        order.putArray("items")
                .addObject()
                .put("storeProductId", goods.sells("ROSE", 25_000, 1))
                .put("quantity", 20)
                .put("unitCost", 1_000);
        var payment = Api.object()
                .put("name", "دفعة")
                .put("amount", 20_000)
                .put("expenseType", "OneTime")
                .put("category", "مشتريات")
                .put("expenseDate", "2026-11-02")
                .put(
                        "purchaseOrderId",
                        well(goods.shop().owner().post(Api.STAFF + "/purchase-orders", order))
                                .data("id"));
        well(goods.shop().owner().post(Api.STAFF + "/expenses", payment));
        var path = LIST + "/"
                + well(goods.shop().owner().get(Api.STAFF + "/expenses")).data("items.0.id");

        assertThat(buyer.sends(
                                path + "/delete",
                                Map.of("_csrf", buyer.opens(LIST).token()))
                        .text())
                .contains("غير مسدد بمقدار", "20,000")
                .doesNotContain("يزيد ربح يومه");
    }

    @Test
    void a_moment_that_the_API_noted_stays_when_its_day_is_not_touched() {
        var id = well(shop.owner()
                        .post(
                                Api.STAFF + "/expenses",
                                Api.object()
                                        .put("name", "وقود")
                                        .put("amount", 25_000)
                                        .put("expenseType", "Variable")
                                        .put("category", "نقل")
                                        .put("expenseDate", "2026-11-05T16:30:00+03:00")))
                .data("id");

        var shown = owner.opens(LIST + "/" + id).shown();
        sends(LIST + "/" + id, Map.of("name", "وقود السيارة", "expenseDate", "2026-11-05", "shown", shown));

        var kept = shop.owner().get(Api.STAFF + "/expenses/" + id);
        assertThat(kept.data("name")).isEqualTo("وقود السيارة");
        assertThat(kept.data("expenseDate")).startsWith("2026-11-05T13:30:00");
    }

    @Test
    void whoever_only_looks_changes_nothing_and_others_do_not_see_it() {
        sends(LIST, rentWith(Map.of("notes", "نقداً")));
        var path = first();
        var viewer = Visitor.staff(api, shop, "store.expenses.view");

        assertThat(viewer.opens(LIST).text()).contains("إيجار المحل", path).doesNotContain(LIST + "/new");
        var page = viewer.opens(path);
        assertThat(page.text()).contains("750,000", "نقداً").doesNotContain("name=\"amount\"", "/delete\"");
        assertThat(viewer.sends(path, rentWith(Map.of("_csrf", page.token()))).status())
                .isEqualTo(403);
        assertThat(Visitor.staff(api, shop, "store.orders.view").opens("/app").text())
                .doesNotContain(LIST);
        assertThat(Visitor.of(api, Shop.opens(api)).opens(path).status()).isEqualTo(404);
    }
}
