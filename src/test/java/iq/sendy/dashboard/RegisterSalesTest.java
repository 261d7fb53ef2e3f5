package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the register in a browser asks: goods to keep, what a cart costs, and to take the sales that it has made. */
@Scenario
class RegisterSalesTest {

    private static final String SALES = "/app/cashier/sales";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Visitor owner;
    private String rose;
    private String session;
    private String token;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
        var goods = Goods.of(shop);
        well(goods.saves(Goods.product("ROSE")
                .put("price", 1_100)
                .put("initialQuantity", 5)
                .put("barcode", "6291041500213")));
        rose = well(shop.owner().get(Api.STAFF + "/products?sku=ROSE")).data("items.0.id");
        session = well(shop.owner()
                        .post(Api.STAFF + "/cashier/sessions/open", Api.object().put("openingCash", 10_000)))
                .data("id");
        token = owner.opens("/app/cashier").token();
    }

    @Test
    void all_that_is_on_sale_is_there_to_keep_with_what_is_pinned() {
        well(Goods.of(shop).saves(Goods.product("LILY")));
        well(shop.owner().post(Api.STAFF + "/cashier/pinned", Api.object().put("storeProductId", rose)));

        var goods = owner.opens("/app/cashier/goods");

        assertThat(goods.text())
                .contains("data-sku=\"ROSE\" data-price=\"1100\" data-barcode=\"6291041500213\" data-available=\"5\"")
                .contains("data-sku=\"LILY\">")
                .contains("<ol id=\"pinned\"><li data-id=\"" + rose + "\"></li></ol>");
    }

    @Test
    void a_sale_is_taken_once_however_often_it_is_sent() {
        var sale = UUID.randomUUID().toString();

        var first = owner.sends(SALES, sale(sale, 0));
        var again = owner.sends(SALES, sale(sale, 0));

        assertThat(first.status()).as(first::toString).isEqualTo(200);
        assertThat(first.text()).contains("data-sale=\"" + sale + "\" data-order=", "data-number=\"#1\"");
        assertThat(again.text()).contains("data-number=\"#1\"");
        var orders = well(shop.owner().get(Api.STAFF + "/orders"));
        assertThat(orders.data("totalCount")).isEqualTo("1");
        assertThat(orders.data("items.0.source")).isEqualTo("Pos");
        assertThat(orders.data("items.0.status")).isEqualTo("Delivered");
        assertThat(expected()).isEqualTo("12250");
    }

    @Test
    void one_that_cannot_be_keeps_no_other_and_says_why() {
        var good = UUID.randomUUID().toString();
        var strange = UUID.randomUUID().toString();
        var form = sale(good, 0);
        form.putAll(sale(strange, 1));
        form.put("sales[1].items[0].productId", UUID.randomUUID().toString());
        form.put("sales[1].items[0].quantity", "0");

        var taken = owner.sends(SALES, form);

        assertThat(taken.text())
                .contains("data-sale=\"" + good + "\" data-order=")
                .containsPattern("data-sale=\"" + strange + "\">[^<]+</li>");
        form.put("sales[1].items[0].quantity", "1");
        assertThat(owner.sends(SALES, form).text()).containsPattern("data-sale=\"" + strange + "\">[^<]+</li>");
        var late = sale(UUID.randomUUID().toString(), 0);
        late.put("sales[0].soldAt", clock.instant().minus(Duration.ofDays(8)).toString());
        assertThat(owner.sends(SALES, late).text()).containsPattern("data-sale=\"[^\"]+\">[^<]+</li>");
        assertThat(well(shop.owner().get(Api.STAFF + "/orders")).data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void a_cart_costs_what_rules_and_a_code_make_of_it() {
        well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/rules",
                        Api.object()
                                .put("name", "r")
                                .put("discountType", "percentage")
                                .put("discountValue", 10)));
        well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "EID")
                                .put("discountType", "fixed_amount")
                                .put("discountValue", 500)
                                .put("minOrderValue", 3_300)
                                .put("maxUses", 1)));
        var form = new LinkedHashMap<>(Map.of(
                "_csrf", token,
                "cashierSessionId", session,
                "items[0].productId", rose,
                "items[0].quantity", "3"));

        assertThat(owner.sends("/app/cashier/quote", form).text())
                .contains("data-net=\"2970\"")
                .doesNotContain("data-code");
        form.put("discountCode", "eid");
        assertThat(owner.sends("/app/cashier/quote", form).text())
                .contains("data-net=\"2970\"", "data-code=\"EID\"", "data-off=\"500\"");
        form.put("discountCode", "GONE");
        assertThat(owner.sends("/app/cashier/quote", form).text())
                .contains("data-lost=")
                .doesNotContain("data-code");

        // What it was sold for so is what the drawer has: two prices for three pieces, and the code.
        var sale = sale(UUID.randomUUID().toString(), 0);
        sale.put("sales[0].items[0].quantity", "3");
        sale.put("sales[0].items[0].unitPrice", "990");
        sale.put("sales[0].discountCode", "EID");
        sale.put("sales[0].discountCodeAmount", "500");
        sale.put("sales[0].cashTendered", "2500");
        assertThat(owner.sends(SALES, sale).text()).contains("data-order=");
        assertThat(well(shop.owner().get(Api.STAFF + "/orders")).data("items.0.total"))
                .isEqualTo("2470");
        assertThat(well(shop.owner().get(Api.STAFF + "/orders")).data("items.0.discountTotal"))
                .isEqualTo("830");
        assertThat(well(shop.owner().get(Api.STAFF + "/orders")).data("items.0.priceDiffers"))
                .isEqualTo("false");
        assertThat(expected()).isEqualTo("12500");
        assertThat(well(shop.owner().get(Api.STAFF + "/discounts/codes")).data("items.0.usedCount"))
                .as("its minimum looks at the value before the rule")
                .isEqualTo("1");
        form.put("discountCode", "EID");
        assertThat(owner.sends("/app/cashier/quote", form).text()).contains("data-lost=");
    }

    @Test
    void a_code_that_counts_the_uses_of_each_customer_is_told_to_want_a_phone() {
        well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "ONCE")
                                .put("discountType", "fixed_amount")
                                .put("discountValue", 500)
                                .put("perUserLimit", 1)));
        var form = Map.of(
                "_csrf", token,
                "cashierSessionId", session,
                "items[0].productId", rose,
                "items[0].quantity", "3",
                "discountCode", "ONCE");

        assertThat(owner.sends("/app/cashier/quote", form).text())
                .contains("data-lost=\"هذا الرمز محسوب لكل زبون")
                .doesNotContain("data-code");
    }

    @Test
    void a_hundred_products_whose_pieces_do_not_share_their_sum_are_two_hundred_lines() {
        var id = UUID.randomUUID().toString();
        var form = sale(id, 0);
        form.put("sales[0].cashTendered", "300000");
        for (var line = 0; line < 200; line++) {
            form.put("sales[0].items[" + line + "].productId", rose);
            form.put("sales[0].items[" + line + "].quantity", "1");
            form.put("sales[0].items[" + line + "].unitPrice", "1100");
        }

        assertThat(owner.sends(SALES, form).text()).contains("data-sale=\"" + id + "\" data-order=");
    }

    private Map<String, String> sale(String id, int at) {
        var path = "sales[" + at + "].";
        return new LinkedHashMap<>(Map.of(
                "_csrf",
                token,
                path + "saleId",
                id,
                path + "soldAt",
                clock.instant().toString(),
                path + "cashierSessionId",
                session,
                path + "paymentMethod",
                "Cash",
                path + "cashTendered",
                "2250",
                path + "items[0].productId",
                rose,
                path + "items[0].quantity",
                "2",
                path + "items[0].unitPrice",
                "1100"));
    }

    private String expected() {
        return well(shop.owner().get(Api.STAFF + "/cashier/sessions/" + session))
                .data("expectedCash");
    }
}
