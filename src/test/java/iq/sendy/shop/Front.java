package iq.sendy.shop;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;

/** A shop that is open to visitors. */
final class Front {

    static final String PUBLIC = "/api/v1/public/storefronts/";

    private final Goods goods;
    private final Api setUp;
    private String slug;

    private Front(Goods goods) {
        this.goods = goods;
        this.setUp = goods.shop()
                .anonymous()
                .withKey(goods.shop().mints("storefront:read", "storefront:write", "settings:read", "settings:write"));
        this.slug = well(setUp.post(Api.KEYS + "/storefront/publish")).data("slug");
    }

    static Front opens(Api api) {
        return new Front(Goods.opens(api));
    }

    static Front opens(Api api, String name) {
        return new Front(Goods.of(Shop.named(api, name)));
    }

    Goods goods() {
        return goods;
    }

    Shop shop() {
        return goods.shop();
    }

    String slug() {
        return slug;
    }

    /** Where programs find it. */
    String address() {
        return PUBLIC + slug;
    }

    /** Where people find it. */
    String page() {
        return "/s/" + slug;
    }

    void sets(String json) {
        well(setUp.put(Api.KEYS + "/storefront", Api.object(json)));
    }

    void decides(String json) {
        well(setUp.post(Api.KEYS + "/settings", Api.object(json)));
    }

    void closes() {
        well(setUp.delete(Api.KEYS + "/storefront/publish"));
    }

    void opensAgain() {
        well(setUp.post(Api.KEYS + "/storefront/publish"));
    }

    void movesTo(String another) {
        well(setUp.put(Api.KEYS + "/storefront/slug", Api.object().put("slug", another)));
        slug = another;
    }

    /** From now on the shop is found by a host of its own. */
    void provesDomain(String host, Backstage backstage) {
        sets("{\"customDomain\":\"" + host + "\"}");
        backstage.jdbc().sql("""
                        insert into storefront.domain (domain, store_id, token, verified_at)
                        select custom_domain, store_id, domain_token, now() from storefront.storefront
                        where store_id = :store::uuid
                        """).param("store", shop().storeId()).update();
        // The proof came in by the back door, so the process has not heard of it.
        sets("{\"deliveryPromise\":\"اليوم\"}");
    }

    /** So many pieces are on the shelf. */
    void counts(String sku, int pieces) {
        well(goods.put("/catalog/inventory/" + goods.row(sku), Api.object().put("quantityOnHand", pieces)));
    }
}
