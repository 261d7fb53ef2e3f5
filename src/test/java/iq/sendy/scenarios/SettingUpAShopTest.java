package iq.sendy.scenarios;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new store, from its settings to a link in a profile. */
@Scenario
class SettingUpAShopTest {

    @Autowired
    Api api;

    private Goods goods;
    private Api owner;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        owner = goods.shop().owner();
    }

    private Api.Reply puts(String path, String body) {
        return owner.put(Api.STAFF + path, body);
    }

    private Api.Reply posts(String path, String body) {
        return owner.post(Api.STAFF + path, body);
    }

    @Test
    void an_owner_sets_up_a_store_and_opens_its_shop_to_everybody() {
        var settings = """
                {"currencyCode": "IQD", "timezone": "Asia/Baghdad", "industry": "flowers", "countryCode": "IQ",
                 "language": "ar"}
                """;
        well(posts("/settings", settings));
        assertThat(posts("/settings", settings).status()).as("once").isEqualTo(409);

        well(puts("/storefront", """
                {"description": "ورد وهدايا", "coverImageUrl": "https://example.com/c.jpg",
                 "bannerImageUrl": "https://example.com/b.jpg", "contactEmail": "flora@example.com",
                 "socialLinks": {"instagram": "https://www.instagram.com/flora"}, "seo": {"title": "فلورا"},
                 "faqs": [{"question": "متى؟", "answer": "اليوم"}], "policies": {"returns": "ثلاثة أيام"},
                 "customDomain": "flora.example"}
                """));
        var template = well(owner.get(Api.STAFF + "/storefront/templates")).data("items.0.id");
        var dressed = well(posts("/storefront/templates/" + template + "/apply", "{}"));
        assertThat(dressed.data("description")).as("its own words").isEqualTo("ورد وهدايا");
        assertThat(dressed.data("policies.shipping")).as("a good start").isNotEqualTo("null");

        well(posts("/package-sizes", """
                {"name": "صغير", "length": 20, "width": 20, "height": 30, "maxWeightGrams": 2000, "isDefault": true}
                """));
        well(puts("/cashier/settings", "{\"requirePin\": true, \"openingCashDefault\": 50000}"));
        var category = well(posts("/categories", "{\"name\": \"باقات\"}")).data("id");
        well(posts("/categories", "{\"name\": \"باقات عرس\", \"parentCategoryId\": \"" + category + "\"}"));
        goods.sells("ROSE-12", 25_000, 10);

        var published = well(owner.post(Api.STAFF + "/storefront/publish"));
        assertThat(published.data("is_published")).isEqualTo("true");
        var link = published.data("publicUrl");
        var seen = api.get(link.substring(link.indexOf("/api/")));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).contains("ROSE-12", "ورد وهدايا").doesNotContain("sendy-verify");

        assertThat(well(owner.delete(Api.STAFF + "/storefront/publish")).data("is_published"))
                .isEqualTo("false");
        assertThat(api.get(link.substring(link.indexOf("/api/"))).status()).isEqualTo(404);
    }
}
