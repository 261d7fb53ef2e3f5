package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changing an order that stands: its address, and what is in it. */
@Scenario
class OrderEditPageTest {

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;
    private String rose;
    private String order;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        rose = Goods.of(shop).sells("ROSE", 12_500, 9);
        var wanted = Shop.order();
        wanted.remove("orderValue");
        wanted.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        order = shop.places(wanted).data("id");
    }

    @Test
    void it_begins_with_what_the_order_has() {
        var page = owner.opens(path("/edit"));

        assertThat(page.status()).as(page::toString).isEqualTo(200);
        assertThat(page.text())
                .contains("تعديل الطلب 1", "باقة ROSE", "name=\"items[0].quantity\" value=\"2\"")
                .contains("name=\"items[0].unitPrice\" value=\"12,500\"", "الكرادة، قرب جامع الزوية");
    }

    @Test
    void another_address_is_stored_and_leads_back() {
        var stored = sends("/address", Map.of("customerAddress", "المنصور", "back", "/app/confirm?order=" + order));

        assertThat(stored.header("Location")).isEqualTo("/app/confirm?order=" + order + "&said=orders.address");
        assertThat(owner.opens(path("")).text()).contains("المنصور", "تغيّر العنوان");
    }

    @Test
    void an_address_that_is_missing_and_a_place_abroad_come_back_at_their_fields() {
        var refused = sends("/address", Map.of("customerAddress", " ", "deliveryLat", "51.5", "deliveryLng", "0.1"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains(
                        "href=\"#customerAddress\"",
                        "href=\"#deliveryLat\"",
                        "value=\"51.5\"",
                        "customerAddress-wrong");
        assertThat(owner.opens(path("")).text()).contains("قرب جامع الزوية");
    }

    @Test
    void a_place_is_stored_and_taken_off() {
        var place = Map.of("customerAddress", "الكرادة", "deliveryLat", "33.3128", "deliveryLng", "44.4215");
        sends("/address", place);
        assertThat(owner.opens(path("")).text()).contains("q=33.3128,44.4215");

        sends("/address", Map.of("customerAddress", "الكرادة", "deliveryLat", "", "deliveryLng", ""));
        assertThat(owner.opens(path("")).text()).doesNotContain("maps.google");
    }

    @Test
    void a_product_is_found_added_worked_out_and_stored() {
        var tulip = Goods.of(shop).sells("TULIP", 8_000, 5);

        var found = sends("/items", items("step", "find", "q", "TULIP"));
        assertThat(found.text()).contains("باقة TULIP", "المتاح: 5", "name=\"add\" value=\"" + tulip + "\"");
        var added = sends("/items", items("add", tulip));
        assertThat(added.text())
                .contains("name=\"items[1].productId\" value=\"" + tulip + "\"", "المجموع يصبح", "33,000");
        assertThat(owner.opens(path("")).text()).doesNotContain("TULIP");

        var two = items("step", "save", "items[1].productId", tulip, "items[1].quantity", "2");
        assertThat(sends("/items", two).header("Location")).isEqualTo(path("") + "?said=orders.items");
        assertThat(owner.opens(path("")).text()).contains("باقة TULIP", "41,000", "تغيّرت القطع");
    }

    @Test
    void a_price_that_was_agreed_on_is_the_one_that_counts() {
        var agreed = items("step", "save");
        agreed.put("items[0].unitPrice", "10,000");

        sends("/items", agreed);

        assertThat(owner.opens(path("")).text()).contains("20,000");
    }

    @Test
    void more_than_there_is_changes_nothing_and_says_so_at_its_line() {
        var many = items("step", "save");
        many.put("items[0].quantity", "40");

        var refused = sends("/items", many);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("href=\"#items-0--quantity\"", "value=\"40\"", "items-0--quantity-wrong");
        assertThat(owner.opens(path("")).text()).contains("2 × 12,500");
    }

    @Test
    void nothing_at_all_and_no_number_come_back() {
        var none = items("step", "save");
        none.put("items[0].quantity", "0");
        assertThat(sends("/items", none).status()).isEqualTo(400);

        var word = items("step", "save");
        word.put("items[0].quantity", "كثير");
        assertThat(sends("/items", word).text()).contains("value=\"كثير\"", "items-0--quantity-wrong");
    }

    @Test
    void what_has_left_is_not_changed() {
        var address = Map.of("customerAddress", "المنصور");
        shop.moves(order, "InTransit");

        assertThat(owner.opens(path("/edit")).header("Location")).endsWith("said=orders.closed");
        assertThat(sends("/address", address).header("Location")).endsWith("said=orders.closed");
        assertThat(sends("/items", items("step", "save")).header("Location")).endsWith("said=orders.closed");
        assertThat(owner.opens(path("") + "?said=orders.closed").text()).contains("خرج الطلب أو أُلغي");
    }

    private String path(String below) {
        return "/app/orders/" + order + below;
    }

    private Map<String, String> items(String... more) {
        var form = new LinkedHashMap<String, String>();
        form.put("items[0].productId", rose);
        form.put("items[0].quantity", "2");
        form.put("items[0].unitPrice", "12500");
        for (var i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private Visitor.Shown sends(String below, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", owner.opens("/app/more").token());
        return owner.sends(path(below), form);
    }
}
