package iq.sendy.shop;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;

/** A shop that is open to visitors and delivers: roses and a vase, cheaper to Baghdad than elsewhere, free from 90,000. */
final class Boutique {

    private final Goods goods;
    private final Api key;
    private final String slug;

    private Boutique(Goods goods) {
        this.goods = goods;
        var shop = goods.shop();
        this.key = shop.anonymous()
                .withKey(shop.mints(
                        "storefront:read",
                        "storefront:write",
                        "settings:write",
                        "shipping:write",
                        "discounts:write",
                        "orders:write"));
        posts("/settings", """
                {"currencyCode": "IQD", "language": "ar", "defaultDeliveryFee": 5000, "askForPrice": true}""");
        posts("/shipping/rules", """
                {"name": "بغداد", "ruleType": "FlatRate", "cost": 3000, "provinceCodes": ["BG"]}""");
        posts("/shipping/rules", """
                {"name": "مجاني", "ruleType": "FreeShipping", "minOrderValue": 90000}""");
        well(key.put(
                Api.KEYS + "/storefront",
                Api.object("{\"contactPhone\": \"0770 111 2233\", \"socialLinks\": {\"instagram\": \"flora.bgd\"}}")));
        goods.sells("ROSE", 25_000, 40);
        goods.sells("VASE", 12_500, 40);
        this.slug = well(key.post(Api.KEYS + "/storefront/publish")).data("slug");
    }

    static Boutique opens(Api api) {
        return new Boutique(Goods.opens(api));
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

    /** A page of it. */
    String page(String path) {
        return "/s/" + slug + path;
    }

    void posts(String path, String json) {
        well(key.post(Api.KEYS + path, Api.object(json)));
    }

    void sets(String json) {
        well(key.put(Api.KEYS + "/storefront", Api.object(json)));
    }

    /** It moves; whoever has its pages open sends forms to the old address. */
    void movesTo(String another) {
        well(key.put(Api.KEYS + "/storefront/slug", Api.object().put("slug", another)));
    }

    /** How many orders it has by now. */
    int orders() {
        return Integer.parseInt(well(shop().key().get(Api.KEYS + "/orders")).data("totalCount"));
    }
}
