package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs are told of a shop, without a credential: contract section 6. */
@Scenario
class PublicShopTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Front front;

    @BeforeEach
    void open() {
        front = Front.opens(api);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void a_shop_says_what_it_is_and_what_it_sells() {
        front.goods().sells("ROSE", 25_000, 9);

        var shop = well(api.get(front.address()));

        assertThat(shop.data().propertyNames()).containsExactly("store", "storefront", "categories", "products");
        assertThat(shop.data("store/slug")).isEqualTo(front.slug());
        assertThat(shop.data("store/currencyCode")).isEqualTo("IQD");
        assertThat(shop.data().get("products").get(0).propertyNames())
                .containsExactly(
                        "sku",
                        "name",
                        "description",
                        "price",
                        "compareAtPrice",
                        "imageUrls",
                        "categoryId",
                        "isAvailable",
                        "isLow",
                        "publicUrl");
        assertThat(shop.text()).doesNotContain("otpAbove", "token", "quantity", "cost");
        assertThat(shop.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void strangers_see_what_is_for_sale_and_nothing_else() {
        var goods = front.goods();
        goods.sells("SHOWN", 1_000, 3);
        well(goods.saves(product("FREE").put("price", 0)));
        well(goods.saves(product("PRICELESS")));
        well(goods.saves(product("INACTIVE").put("price", 1_000).put("isActive", false)));
        goods.delete("/catalog/products/" + goods.sells("ARCHIVED", 1_000, 3));

        assertThat(listed("")).containsExactly("FREE", "SHOWN");
        assertThat(api.get(front.address() + "/products/PRICELESS").status()).isEqualTo(404);
        assertThat(api.get(front.address() + "/products/INACTIVE").status()).isEqualTo(404);
        assertThat(api.get(front.address() + "/products/ARCHIVED").status()).isEqualTo(404);

        front.decides("{\"currencyCode\":\"IQD\",\"askForPrice\":true}");
        clock.advance(Duration.ofSeconds(1));

        assertThat(listed("")).containsExactly("PRICELESS", "FREE", "SHOWN");
        assertThat(well(api.get(front.address() + "/products/PRICELESS"))
                        .data()
                        .get("price")
                        .isNull())
                .isTrue();
        assertThat(listed("?sort=price")).containsExactly("FREE", "SHOWN", "PRICELESS");
        assertThat(listed("?sort=-price")).containsExactly("SHOWN", "FREE", "PRICELESS");
    }

    private List<String> listed(String query) {
        return well(api.get(front.address() + "/products" + query))
                .data()
                .get("items")
                .valueStream()
                .map(item -> item.get("sku").stringValue())
                .toList();
    }
}
