package iq.sendy.storefront;

import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.url.PublicUrl;
import org.springframework.stereotype.Component;

/** Addresses of shops, for people and for programs. Whoever hands one out has it from here. */
@Component
public class ShopAddresses {

    static final String API = PublicController.PUBLIC_DOOR + "/storefronts";
    static final String PAGES = "/s";

    private final PublicUrl publicUrl;

    ShopAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The address that answers programs and browsers: what a store puts into its profile anywhere. */
    public String publicUrl(String slug) {
        return publicUrl.of(API + "/" + slug);
    }

    /** The address that answers programs about one product, whatever its SKU is made of. */
    public String publicUrl(String slug, String sku) {
        return publicUrl(slug) + "/products/" + SkuSegment.of(sku);
    }

    /** What stands before the paths of its pages, under the platform's own host. */
    public static String base(String slug) {
        return PAGES + "/" + slug;
    }

    /** The first page, under the platform's own host. */
    public String page(String slug) {
        return publicUrl.of(path(slug));
    }

    /** The same within the platform's host. */
    public static String path(String slug) {
        return PAGES + "/" + slug;
    }

    /** The first page under the shop's own domain if it has one, else under the platform's host. */
    public String home(OpenStorefront shop) {
        return shop.domain()
                .map(domain -> "https://" + domain + "/")
                .orElseGet(() -> page(shop.store().slug()));
    }
}
