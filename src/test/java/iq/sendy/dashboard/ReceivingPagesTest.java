package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Visitor;
import iq.sendy.media.Pictures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Purchase orders: drafted line by line, sent, and what comes of them taken in. */
@Scenario
class ReceivingPagesTest {

    private static final String LIST = "/app/receiving";
    private static final String ORDERS = Api.STAFF + "/purchase-orders";

    @Autowired
    Api api;

    private Goods goods;
    private Visitor owner;
    private String rose;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        owner = Visitor.of(api, goods.shop());
        rose = goods.sells("ROSE", 25_000, 4);
    }

    private Visitor.Shown sends(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(LIST).token());
        return owner.sends(path, form);
    }

    private String drafts() {
        return drafts(1);
    }

    private String drafts(int lines) {
        var order = Api.object().put("orderDate", "2026-11-20");
        var items = order.putArray("items");
        for (var line = 0; line < lines; line++) {
            items.addObject().put("storeProductId", rose).put("quantity", 10).put("unitCost", 1_500);
        }
        return well(goods.shop().owner().post(ORDERS, order)).data("id");
    }

    private String expects() {
        var order = drafts();
        sends(LIST + "/" + order + "/send", Map.of());
        return order;
    }

    private Api.Reply stored(String order) {
        return well(goods.shop().owner().get(ORDERS + "/" + order));
    }

    private Map<String, String> came(String order, String accepted, String rejected, String seen) {
        return Map.of(
                "items[0].itemId", stored(order).data("items.0.id"),
                "items[0].accepted", accepted,
                "items[0].rejected", rejected,
                "seen", seen);
    }

    private static Map<String, String> sure(Map<String, String> fields) {
        var sure = new HashMap<>(fields);
        sure.put("sure", "yes");
        return sure;
    }

    private List<String> onHand() {
        return goods.listed("/catalog/inventory?sku=ROSE", "quantityOnHand");
    }

    @Test
    void an_order_is_put_together_by_search_and_by_scanning() {
        var begun = owner.opens(LIST + "/new");
        assertThat(begun.status()).as(begun::toString).isEqualTo(200);

        var found = sends(LIST, Map.of("act", "find", "q", "باقة"));
        var scanned = sends(
                LIST,
                Map.of(
                        "act",
                        "find",
                        "q",
                        "rose",
                        "notes",
                        "هش",
                        "items[0].storeProductId",
                        rose,
                        "items[0].quantity",
                        "3",
                        "items[0].unitCost",
                        "900"));
        var dropped = sends(
                LIST,
                Map.of(
                        "drop",
                        "0",
                        "items[0].storeProductId",
                        rose,
                        "items[0].quantity",
                        "3",
                        "items[0].unitCost",
                        "9"));

        assertThat(found.text()).contains("name=\"add\" value=\"" + rose);
        assertThat(scanned.text())
                .contains("name=\"items[0].quantity\" value=\"4\"", "value=\"900\"", "هش")
                .doesNotContain("items[1]");
        assertThat(dropped.text()).doesNotContain("items[0]");
        assertThat(sends(LIST, Map.of("add", rose)).text()).contains("name=\"items[0].quantity\" value=\"1\"");
    }

    @Test
    void a_draft_is_saved_once_changed_and_sent() {
        var form = Map.of(
                "act",
                "save",
                "once",
                UUID.randomUUID().toString(),
                "orderDate",
                "2026-11-20",
                "additionalFees",
                "1,000",
                "supplierId",
                "",
                "items[0].storeProductId",
                rose,
                "items[0].quantity",
                "10",
                "items[0].unitCost",
                "1500");
        var saved = sends(LIST, form);
        assertThat(sends(LIST, form).header("Location")).isEqualTo(saved.header("Location"));
        var path = saved.header("Location").replaceAll("\\?.*", "");
        var order = path.substring(path.lastIndexOf('/') + 1);

        assertThat(saved.header("Location")).endsWith("?said=purchases.drafted");
        assertThat(owner.opens(path).text())
                .contains("مسودة", "16,000", "باقة ROSE")
                .doesNotContain("name=\"seen\"");
        assertThat(owner.opens(path + "/edit").text()).contains("value=\"2026-11-20\"", "value=\"1,500\"");
        sends(
                path,
                Map.of(
                        "act",
                        "save",
                        "orderDate",
                        "2026-11-21",
                        "items[0].storeProductId",
                        rose,
                        "items[0].quantity",
                        "12",
                        "items[0].unitCost",
                        "1500"));
        assertThat(stored(order).data("items.0.quantity")).isEqualTo("12");
        assertThat(stored(order).data("additionalFees")).isEqualTo("1000");
        sends(path + "/send", Map.of());
        assertThat(sends(path + "/send", Map.of()).header("Location")).endsWith("?said=purchases.sent");
        assertThat(stored(order).data("status")).isEqualTo("Sent");
        assertThat(owner.opens(LIST).text()).contains("0 / 12", "أُرسل");
        assertThat(owner.opens(path + "/edit").header("Location")).endsWith("said=purchases.moved");
    }

    @Test
    void a_draft_of_two_hundred_lines_is_saved_as_it_was() {
        var order = drafts(200);
        var page = LIST + "/" + order;
        var form = new HashMap<>(Map.of("act", "save", "orderDate", "2026-11-20"));
        var shown = owner.opens(page + "/edit").text();
        for (var line = 0; shown.contains("name=\"items[" + line + "].quantity\" value=\"10\""); line++) {
            form.put("items[" + line + "].storeProductId", rose);
            form.put("items[" + line + "].quantity", "10");
            form.put("items[" + line + "].unitCost", "1500");
            form.put("items[" + line + "].notes", "الورد الأحمر من المزرعة البعيدة، يصل صباح كل خميس");
        }

        assertThat(sends(page, form).header("Location")).endsWith("?said=purchases.saved");
        assertThat(stored(order).data().get("items").size()).isEqualTo(200);
        assertThat(owner.opens(page).text()).contains(page + "/edit");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_is_stored() {
        var empty = sends(LIST, Map.of("act", "save", "orderDate", ""));
        var odd = sends(
                LIST,
                Map.of(
                        "act",
                        "save",
                        "orderDate",
                        "2026-11-20",
                        "items[0].storeProductId",
                        UUID.randomUUID().toString(),
                        "items[0].quantity",
                        "viele",
                        "items[0].unitCost",
                        ""));

        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text()).contains("id=\"items-wrong\"", "id=\"orderDate-wrong\"");
        assertThat(odd.text()).contains("id=\"items-0--quantity-wrong\"", "id=\"items-0--unitCost-wrong\"", "viele");
        assertThat(owner.opens(LIST + "?tab=drafts").text()).contains("لا مسودات");
    }

    @Test
    void goods_are_looked_at_before_they_are_taken_in_and_taken_in_once() {
        var order = expects();
        var page = owner.opens(LIST + "/" + order);
        assertThat(page.text()).contains("name=\"items[0].accepted\" value=\"10\"", "name=\"seen\" value=\"0\"");

        var asked = sends(LIST + "/" + order + "/receive", came(order, "6", "1", "0"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("data-ask", "<bdi>4</bdi>", "<bdi>10</bdi>", "1,500");
        assertThat(onHand()).containsExactly("4");
        var taken = sends(LIST + "/" + order + "/receive", sure(came(order, "6", "1", "0")));
        var again = sends(LIST + "/" + order + "/receive", sure(came(order, "6", "1", "0")));
        assertThat(taken.header("Location")).endsWith("?said=purchases.received");
        assertThat(again.header("Location")).endsWith("?said=purchases.received.before");
        assertThat(onHand()).containsExactly("10");
        assertThat(owner.opens(LIST + "/" + order).text())
                .contains("name=\"items[0].accepted\" value=\"3\"", "name=\"seen\" value=\"7\"", "وصل جزء منه");
    }

    @Test
    void the_cost_that_was_foreseen_is_the_one_that_comes() {
        well(goods.saves(Goods.product("ROSE").put("cost", 1_000)));
        var order = expects();

        var asked = sends(LIST + "/" + order + "/receive", came(order, "10", "0", "0"));
        sends(LIST + "/" + order + "/receive", sure(came(order, "10", "0", "0")));
        var next = expects();
        var nothing = sends(LIST + "/" + next + "/receive", came(next, "0", "1", "0"));

        // 4 pieces at 1,000 and 10 at 1,500 are 19,000 of 14.
        assertThat(asked.text()).contains("1,357");
        assertThat(nothing.text()).contains("data-ask").doesNotContain("foreseen");
        var edit = sends(LIST, Map.of("add", rose));
        assertThat(edit.text()).contains("name=\"items[0].unitCost\" value=\"1,357\"");
    }

    @Test
    void more_than_is_open_and_nothing_at_all_are_refused_at_the_line() {
        var order = expects();

        var tooMany = sends(LIST + "/" + order + "/receive", came(order, "11", "0", "0"));
        var nothing = sends(LIST + "/" + order + "/receive", came(order, "", "0", "0"));
        var odd = sends(LIST + "/" + order + "/receive", came(order, "x", "0", "0"));

        for (var refused : List.of(tooMany, nothing, odd)) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("id=\"items-0--accepted-wrong\"");
        }
        assertThat(tooMany.text()).contains("name=\"items[0].accepted\" value=\"11\"");
        assertThat(onHand()).containsExactly("4");
    }

    @Test
    void a_scan_adds_one_piece_by_sku_or_barcode() {
        well(goods.saves(Goods.product("ROSE").put("barcode", "6291041500213")));
        var order = expects();
        var scan = LIST + "/" + order + "/scan";
        assertThat(owner.opens(LIST + "/" + order + "?count=1").text())
                .contains("name=\"items[0].accepted\" value=\"0\"");

        var one = new HashMap<>(came(order, "0", "0", "0"));
        one.put("code", "rose");
        assertThat(sends(scan, one).text()).contains("name=\"items[0].accepted\" value=\"1\"");
        one.put("code", "6291041500213");
        assertThat(sends(scan, one).text()).contains("name=\"items[0].accepted\" value=\"1\"");
        one.put("code", "LILY");
        assertThat(sends(scan, one).text()).contains("id=\"code-wrong\"", "value=\"LILY\"");
    }

    @Test
    void cancelling_and_deleting_ask_first() {
        var sent = expects();
        var draft = drafts();

        assertThat(sends(LIST + "/" + sent + "/cancel", Map.of()).text()).contains("data-ask", "إلغاء طلب الشراء 1");
        assertThat(stored(sent).data("status")).isEqualTo("Sent");
        sends(LIST + "/" + sent + "/cancel", Map.of("sure", "yes"));
        assertThat(sends(LIST + "/" + sent + "/cancel", Map.of("sure", "yes")).header("Location"))
                .endsWith("said=purchases.cancelled");
        assertThat(stored(sent).data("status")).isEqualTo("Cancelled");
        assertThat(sends(LIST + "/" + sent + "/delete", Map.of("sure", "yes")).header("Location"))
                .endsWith("said=purchases.moved");
        assertThat(sends(LIST + "/" + draft + "/delete", Map.of()).text()).contains("data-ask");
        assertThat(sends(LIST + "/" + draft + "/delete", Map.of("sure", "yes")).header("Location"))
                .endsWith("said=purchases.deleted");
        assertThat(owner.opens(LIST + "/" + draft).status()).isEqualTo(404);
    }

    @Test
    void a_photo_of_the_bill_is_attached_and_taken_off() {
        var order = drafts();
        var page = LIST + "/" + order;
        var buyer = Visitor.staff(api, goods.shop(), "store.purchase_orders.view", "store.purchase_orders.manage");
        var shown = buyer.opens(page);
        var token = shown.token();

        var attached = buyer.sendsFile(page + "/files?_csrf=" + token, Pictures.jpeg(40, 30));
        var again = buyer.sendsFile(page + "/files?_csrf=" + token, Pictures.jpeg(40, 30));
        var broken = buyer.sendsFile(page + "/files?_csrf=" + token, Pictures.text("no"));

        assertThat(again.header("Location")).isEqualTo(attached.header("Location"));
        assertThat(shown.text()).contains("type=\"file\"");
        assertThat(attached.header("Location")).endsWith("said=purchases.attached");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(owner.opens(page).text()).contains("f.bin", "/media/");
        var file = stored(order).data("attachments.0.id");
        sends(page + "/files/" + file + "/remove", Map.of());
        assertThat(stored(order).data().get("attachments").size()).isZero();
    }

    @Test
    void whoever_only_looks_takes_nothing_in_and_others_do_not_see_it() {
        var order = expects();
        var viewer = Visitor.staff(api, goods.shop(), "store.purchase_orders.view");
        var strange = Goods.opens(api);

        var page = viewer.opens(LIST + "/" + order);

        assertThat(page.text()).contains("باقة ROSE").doesNotContain("name=\"seen\"", "/cancel\"", "type=\"file\"");
        for (var path : List.of("/send", "/receive", "/scan", "/cancel", "/delete", "")) {
            assertThat(viewer.sends(LIST + "/" + order + path, Map.of("_csrf", page.token()))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(Visitor.of(api, strange.shop()).opens(LIST + "/" + order).status())
                .isEqualTo(404);
        assertThat(Visitor.staff(api, goods.shop(), "store.products.view")
                        .opens(LIST)
                        .status())
                .isEqualTo(403);
    }
}
