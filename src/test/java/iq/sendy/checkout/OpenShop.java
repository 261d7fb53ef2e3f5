package iq.sendy.checkout;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import tools.jackson.databind.node.ObjectNode;

/** The words for a shop that strangers order from: what it sells, and what they send. */
public final class OpenShop {

    private final Goods goods;
    private final String slug;

    private OpenShop(Goods goods, String slug) {
        this.goods = goods;
        this.slug = slug;
    }

    /** A store that is published and has nothing to sell yet. */
    public static OpenShop opens(Api api) {
        var goods = Goods.opens(api);
        var owner = goods.shop().owner();
        well(owner.post(Api.STAFF + "/settings", Api.object().put("currencyCode", "IQD")));
        var published = well(owner.post(Api.STAFF + "/storefront/publish"));
        return new OpenShop(goods, published.data("slug"));
    }

    public Shop shop() {
        return goods.shop();
    }

    public Goods goods() {
        return goods;
    }

    public String slug() {
        return slug;
    }

    public OpenShop sells(String sku, long price, long quantity) {
        goods.sells(sku, price, quantity);
        return this;
    }

    /** Changes what the store has decided of its shop. */
    public OpenShop decides(ObjectNode face) {
        well(shop().owner().put(Api.STAFF + "/storefront", face));
        return this;
    }

    /** A path of its public API. */
    public String path(String rest) {
        return "/api/v1/public/storefronts/" + slug + rest;
    }

    public Api.Reply orders(ObjectNode checkout) {
        return orders(shop().anonymous(), checkout);
    }

    public Api.Reply orders(Api visitor, ObjectNode checkout) {
        return visitor.post(path("/orders"), checkout);
    }

    public Api.Reply quotes(ObjectNode basket) {
        return shop().anonymous().post(path("/quote"), basket);
    }

    public Api.Reply tracks(String publicId) {
        return shop().anonymous().get(path("/orders/" + publicId));
    }

    /** What of a product may still be sold. */
    public long left(String sku) {
        return well(goods.get("/catalog/products?q=" + sku))
                .data()
                .at("/items/0/quantityAvailable")
                .longValue();
    }

    /** How many orders the store has. */
    public long count() {
        return well(shop().key().get(Api.KEYS + "/orders"))
                .data()
                .get("totalCount")
                .longValue();
    }

    /** A checkout that is right in every field, of a phone that is new everywhere. */
    public static ObjectNode checkout(String sku, long quantity) {
        var checkout = Api.object()
                .put("customerName", "زينب علي")
                .put("customerPhone", Shop.newPhone())
                .put("customerAddress", "الكرادة، قرب جامع الزوية")
                .put("addressProvinceCode", "BG")
                .put("addressAreaId", Shop.KARRADA);
        checkout.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return checkout;
    }
}
