package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a shop on the web is set up, over HTTP: every field, every limit, and whether strangers find it. */
@Scenario
class StorefrontsTest {

    private static final String STOREFRONT = Api.KEYS + "/storefront";

    @Autowired
    Api api;

    @Autowired
    OpenStorefronts open;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("storefront:read", "storefront:write"));
    }

    @Test
    void a_store_that_has_set_up_nothing_has_a_closed_storefront() {
        var found = well(key.get(STOREFRONT));

        assertThat(found.data().propertyNames())
                .containsExactly(
                        "description",
                        "coverImageUrl",
                        "niche",
                        "bannerImageUrl",
                        "contactEmail",
                        "contactPhone",
                        "socialLinks",
                        "seo",
                        "faqs",
                        "policies",
                        "deliveryPromise",
                        "otpAbove",
                        "customDomain",
                        "domainProof",
                        "slug",
                        "publicUrl",
                        "pageUrl",
                        "isPublished",
                        "theme");
        assertThat(found.data("isPublished")).isEqualTo("false");
        assertThat(found.data("publicUrl")).endsWith("/api/v1/public/storefronts/" + found.data("slug"));
        assertThat(found.data("pageUrl")).endsWith("/s/" + found.data("slug"));
        assertThat(found.data().get("socialLinks").isEmpty()).isTrue();
    }
}
