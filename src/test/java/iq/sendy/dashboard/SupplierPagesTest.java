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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the shop buys from. */
@Scenario
class SupplierPagesTest {

    private static final String LIST = "/app/suppliers";

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    private Visitor.Shown sends(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(LIST).token());
        return owner.sends(path, form);
    }

    private String first() {
        return well(shop.owner().get(Api.STAFF + "/suppliers")).data("items.0.id");
    }

    @Test
    void a_supplier_is_added_found_changed_and_deleted() {
        var ali = Map.of("fullName", "علي كريم", "phone", "٠٧٧٠ ١٢٣ ٤٥٦٧", "company", "شركة الورد");

        assertThat(sends(LIST, ali).header("Location")).isEqualTo(LIST + "?said=suppliers.added");

        var path = LIST + "/" + first();
        assertThat(owner.opens(LIST + "?q=07701234567").text()).contains("علي كريم", "0770 123 4567");
        assertThat(owner.opens(LIST + "?q=هدى").text()).contains("لا نتائج");
        assertThat(sends(path, Map.of("fullName", "علي", "phone", "")).header("Location"))
                .isEqualTo(path + "?said=suppliers.saved");
        assertThat(owner.opens(path).text()).contains("value=\"علي\"", "value=\"شركة الورد\"");
        assertThat(sends(path + "/delete", Map.of()).text()).contains("data-ask", "حذف \u2068علي\u2069؟");
        assertThat(sends(path + "/delete", Map.of("sure", "yes")).header("Location"))
                .isEqualTo(LIST + "?said=suppliers.deleted");
        assertThat(owner.opens(path).status()).isEqualTo(404);
    }

    @Test
    void a_supplier_who_is_owed_something_is_kept_and_the_page_says_why() {
        sends(LIST, Map.of("fullName", "علي"));
        var path = LIST + "/" + first();
        var goods = Goods.of(shop);
        var order = Api.object().put("orderDate", "2026-11-20").put("supplierId", first());
        order.putArray("items")
                .addObject()
                .put("storeProductId", goods.sells("ROSE", 5_000, 1))
                .put("quantity", 2)
                .put("unitCost", 10_000);
        var orders = Api.STAFF + "/purchase-orders";
        var id = well(shop.owner().post(orders, order)).data("id");
        for (var status : List.of("Sent", "Received")) {
            well(shop.owner().put(orders + "/" + id, Api.object().put("status", status)));
        }

        var kept = sends(path + "/delete", Map.of("sure", "yes"));

        assertThat(kept.header("Location")).isEqualTo(path + "?said=suppliers.owed");
        assertThat(owner.opens(path + "?said=suppliers.owed").text()).contains("ما زال الحساب مع هذا المورّد مفتوحًا");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        var refused = sends(LIST, Map.of("fullName", " ", "phone", "12", "email", "ali", "company", "شركة"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("id=\"fullName-wrong\"", "id=\"phone-wrong\"", "id=\"email-wrong\"", "value=\"ali\"")
                .contains("value=\"12\"", "value=\"شركة\"");
    }

    @Test
    void whoever_only_looks_changes_nothing_and_others_do_not_see_it() {
        sends(LIST, Map.of("fullName", "علي"));
        var path = LIST + "/" + first();
        var viewer = Visitor.staff(api, shop, "store.suppliers.view");

        assertThat(viewer.opens(LIST).text()).contains("علي").doesNotContain(LIST + "/new");
        var page = viewer.opens(path);
        assertThat(page.text()).contains("علي").doesNotContain("name=\"fullName\"", "/delete\"");
        assertThat(viewer.sends(path, Map.of("_csrf", page.token(), "fullName", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.of(api, Shop.opens(api)).opens(path).status()).isEqualTo(404);
    }
}
