package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers: their list, and what the shop says of each. */
@Scenario
class CustomerPagesTest {

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        shop.placesOne();
    }

    @Test
    void a_customer_is_found_by_name_and_phone_and_leads_to_the_orders() {
        shop.places(Shop.order().put("customerName", "علي حسن").put("customerPhone", "0780 000 1111"));

        assertThat(owner.opens("/app/customers").text()).contains("زينب علي", "علي حسن", "0770 123 4567");
        assertThat(owner.opens("/app/customers?q=1111").text())
                .contains("علي حسن")
                .doesNotContain("زينب علي");
        assertThat(owner.opens("/app/customers?q=%D8%B2%D9%8A%D9%86%D8%A8").text())
                .contains("زينب علي", "value=\"زينب\"")
                .doesNotContain("علي حسن");
        assertThat(owner.opens("/app/customers?q=nobody").text()).contains("لا زبون يطابق البحث");

        assertThat(owner.opens(first()).text())
                .contains("زينب علي", "#1<", "25,000", "جديد", "href=\"tel:+9647701234567\"")
                .doesNotContain("#2<");
    }

    @Test
    void what_the_shop_knows_is_stored_and_a_blocked_one_is_marked() {
        var stored = saves(Map.of("name", "زينب", "notes", "تفضّل المساء", "tags", "VIP، جملة", "isBlocked", "true"));

        assertThat(stored.header("Location")).isEqualTo(first() + "?said=customers.saved");
        assertThat(owner.opens(first()).text()).contains("تفضّل المساء", "value=\"VIP، جملة\"", "محظور", "checked");
        assertThat(owner.opens("/app/customers").text()).contains("محظور");
        assertThat(shop.places(Shop.order()).status()).isEqualTo(409);
        saves(Map.of("name", "زينب", "notes", "", "tags", "", "isBlocked", "false"));
        assertThat(owner.opens(first()).text()).doesNotContain("محظور", "VIP");
    }

    @Test
    void what_is_too_long_comes_back_at_its_field() {
        var refused = saves(Map.of("name", "ز".repeat(201), "notes", "مساءً", "tags", "VIP", "isBlocked", "false"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("href=\"#name\"", "مساءً", "value=\"VIP\"");
        assertThat(owner.opens(first()).text()).contains("زينب علي").doesNotContain("VIP");
    }

    @Test
    void an_order_leads_to_its_customer_and_customers_of_others_are_none() {
        var order = shop.placesOne();
        assertThat(owner.opens("/app/orders/" + order).text()).contains("href=\"" + first() + "\"");

        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.opens(first()).status()).isEqualTo(404);
        assertThat(owner.opens("/app/customers/x").status()).isEqualTo(404);
    }

    /** The path of the customer who ordered first. */
    private String first() {
        return owner.opens("/app/customers?q=4567")
                .text()
                .replaceAll("(?s).*href=\"(/app/customers/[^\"?]+)\".*", "$1");
    }

    private Visitor.Shown saves(Map<String, String> fields) {
        var path = first();
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", owner.opens(path).token());
        return owner.sends(path, form);
    }
}
