package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is on the shelves, what runs out, and how a stock is corrected. */
@Scenario
class StockPagesTest {

    private static final String STOCK = "/app/stock";
    private static final String WAREHOUSES = STOCK + "/warehouses";

    @Autowired
    Api api;

    private Goods goods;
    private Visitor owner;
    private String rose;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        owner = Visitor.of(api, goods.shop());
        rose = goods.sells("ROSE", 25_000, 120);
    }

    private Visitor.Shown corrects(String product, String row, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(STOCK).token());
        return owner.sends(STOCK + "/" + product + "/" + row, form);
    }

    private List<String> onHand() {
        return goods.listed("/catalog/inventory?sku=ROSE", "quantityOnHand");
    }

    @Test
    void the_shelves_show_what_can_be_sold_and_what_runs_out() {
        goods.sells("LILY", 4_000, 2);
        goods.saves(Goods.product("CARD").put("price", 500));

        var all = owner.opens(STOCK);
        var low = owner.opens(STOCK + "?tab=low");

        assertThat(all.status()).as(all::toString).isEqualTo(200);
        assertThat(all.text()).contains("باقة ROSE", ">120<", "كافٍ", "باقة LILY", "قليل", "بلا جرد");
        assertThat(low.text()).contains("باقة LILY", "class=\"count\"").doesNotContain("باقة ROSE", "باقة CARD");
        assertThat(owner.opens("/app").text())
                .containsPattern("href=\"" + STOCK + "\\?tab=low\".*منتجات قاربت على النفاد</span></a>.*>1<");
        assertThat(owner.opens(STOCK + "?q=ROSE").text()).contains("باقة ROSE").doesNotContain("باقة LILY");
        assertThat(owner.opens(STOCK + "?tab=low&q=ROSE").text()).contains("لا نتائج");
    }

    @Test
    void pieces_that_broke_are_taken_off_once_however_often_it_is_tapped() {
        var row = goods.row("ROSE");
        var broken = Map.of("how", "fewer", "quantity", "٣", "reason", "تالف", "seen", "120");

        var taken = corrects(rose, row, broken);
        var again = corrects(rose, row, broken);

        assertThat(taken.header("Location")).isEqualTo(STOCK + "/" + rose + "?row=" + row + "&said=stock.adjusted");
        assertThat(again.header("Location")).isEqualTo(taken.header("Location"));
        assertThat(onHand()).containsExactly("117");
        assertThat(owner.opens(taken.header("Location")).text()).contains("صُحّح المخزون", "تالف", "−3", ">117<");
    }

    @Test
    void a_count_holds_unless_something_moved_meanwhile() {
        var row = goods.row("ROSE");

        corrects(rose, row, Map.of("how", "counted", "quantity", "118", "seen", "120"));
        var stale = corrects(rose, row, Map.of("how", "counted", "quantity", "90", "seen", "120"));
        var late = corrects(rose, row, Map.of("how", "more", "quantity", "1", "reason", "شراء", "seen", "120"));

        assertThat(onHand()).containsExactly("118");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.text()).contains("id=\"quantity-wrong\"", "value=\"90\"", "name=\"seen\" value=\"118\"");
        assertThat(late.status()).isEqualTo(400);
    }

    @Test
    void a_correction_says_how_many_and_why_and_leaves_what_is_promised() {
        var row = goods.row("ROSE");
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 5);
        well(goods.shop().places(order));

        var nothing = corrects(rose, row, Map.of("how", "fewer", "quantity", "0", "reason", " ", "seen", "120"));
        var odd = corrects(rose, row, Map.of("how", "so", "quantity", "many", "seen", "120"));
        var tooMany = corrects(rose, row, Map.of("how", "fewer", "quantity", "118", "reason", "تالف", "seen", "120"));

        assertThat(nothing.text()).contains("id=\"quantity-wrong\"", "id=\"reason-wrong\"");
        assertThat(odd.status()).isEqualTo(400);
        assertThat(tooMany.text()).contains("id=\"quantity-wrong\"", "value=\"118\"", "value=\"تالف\"");
        assertThat(onHand()).containsExactly("120");
        assertThat(owner.opens(STOCK + "/" + rose).text()).contains(">115<", "طلب", "أول كمية");
    }

    @Test
    void each_warehouse_has_its_own_shelf() {
        well(goods.post("/warehouses", Api.object().put("name", "مخزن الكرادة")));
        var rows = goods.listed("/catalog/inventory?sku=ROSE", "id");
        var other = rows.getFirst().equals(goods.row("ROSE")) ? rows.getLast() : rows.getFirst();

        var page = owner.opens(STOCK + "/" + rose + "?row=" + other);
        corrects(rose, other, Map.of("how", "more", "quantity", "4", "reason", "نقل", "seen", "0"));

        assertThat(page.text()).contains("مخزن الكرادة", "name=\"seen\" value=\"0\"");
        assertThat(onHand()).containsExactlyInAnyOrder("120", "4");
        assertThat(owner.opens(STOCK).text()).contains(">124<");
    }

    @Test
    void whoever_only_looks_corrects_nothing_and_others_do_not_see_it() {
        var row = goods.row("ROSE");
        var viewer = Visitor.staff(api, goods.shop(), "store.inventory.view");
        var stranger = Visitor.staff(api, goods.shop(), "store.products.view");
        var strange = Goods.opens(api).sells("ROSE", 1, 1);

        var page = viewer.opens(STOCK + "/" + rose);

        assertThat(page.text()).contains(">120<").doesNotContain("name=\"seen\"", "/app/products/");
        assertThat(viewer.sends(
                                STOCK + "/" + rose + "/" + row,
                                Map.of("_csrf", page.token(), "how", "counted", "quantity", "1", "seen", "120"))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.opens(STOCK).status()).isEqualTo(403);
        for (var id : List.of(strange, UUID.randomUUID().toString(), "x")) {
            assertThat(owner.opens(STOCK + "/" + id).status()).as(id).isEqualTo(404);
            assertThat(corrects(rose, id, Map.of("how", "counted", "quantity", "1", "seen", "120"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private Visitor.Shown stores(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(WAREHOUSES).token());
        return owner.sends(path, form);
    }

    private String warehouse(String name) {
        var names = goods.listed("/warehouses", "name");
        return goods.listed("/warehouses", "id").get(names.indexOf(name));
    }

    @Test
    void a_warehouse_is_added_and_takes_over_as_the_default() {
        var first = goods.defaultWarehouse();
        var karrada = Map.of("name", "الكرادة", "address", "بغداد", "isDefault", "false");

        assertThat(stores(WAREHOUSES, karrada).header("Location")).isEqualTo(WAREHOUSES + "?said=warehouses.added");

        assertThat(goods.listed("/warehouses", "name")).hasSize(2);
        assertThat(owner.opens("/app/stock").text()).contains(WAREHOUSES);
        stores(WAREHOUSES + "/" + warehouse("الكرادة"), Map.of("name", "الكرادة", "isDefault", "true"));
        assertThat(goods.defaultWarehouse()).isEqualTo(warehouse("الكرادة"));
        var needed = stores(WAREHOUSES + "/" + warehouse("الكرادة"), Map.of("name", "الكرادة", "isDefault", "false"));
        assertThat(needed.status()).isEqualTo(400);
        assertThat(needed.text()).contains("id=\"isDefault-wrong\"");
        assertThat(stores(WAREHOUSES + "/" + first, Map.of("name", " ")).text()).contains("id=\"name-wrong\"");
    }

    @Test
    void only_an_empty_warehouse_is_deleted_and_it_is_asked_first() {
        stores(WAREHOUSES, Map.of("name", "الكرادة"));
        var delete = WAREHOUSES + "/" + warehouse("الكرادة") + "/delete";

        assertThat(stores(delete, Map.of()).text()).contains("data-ask", "حذف \u2068الكرادة\u2069؟");
        assertThat(stores(WAREHOUSES + "/" + goods.defaultWarehouse() + "/delete", Map.of("sure", "yes"))
                        .header("Location"))
                .endsWith("said=warehouses.used");
        assertThat(stores(delete, Map.of("sure", "yes")).header("Location")).endsWith("said=warehouses.deleted");
        assertThat(stores(delete, Map.of("sure", "yes")).header("Location")).endsWith("said=warehouses.deleted");
        assertThat(goods.listed("/warehouses", "name")).hasSize(1);
    }

    @Test
    void whoever_only_looks_at_warehouses_has_no_form() {
        var viewer = Visitor.staff(api, goods.shop(), "store.inventory.view");
        var own = goods.defaultWarehouse();

        var page = viewer.opens(WAREHOUSES);

        assertThat(page.text()).contains("المخزن الرئيسي").doesNotContain("name=\"isDefault\"");
        for (var path : List.of(WAREHOUSES, WAREHOUSES + "/" + own)) {
            assertThat(viewer.sends(path, Map.of("_csrf", page.token(), "name", "x"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Visitor.of(api, Goods.opens(api).shop())
                        .opens(WAREHOUSES + "/" + own)
                        .status())
                .isEqualTo(404);
    }
}
