package iq.sendy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The words for what a shop has on its shelves, spoken at the key door. */
public final class Goods {

    private final Shop shop;
    private final Api key;

    private Goods(Shop shop) {
        this.shop = shop;
        this.key = shop.anonymous().withKey(shop.mints("catalog:read", "catalog:write"));
    }

    /** A new store with a key for its catalogue. */
    public static Goods opens(Api api) {
        return new Goods(Shop.opens(api));
    }

    /** A key for the catalogue of a store that is there. */
    public static Goods of(Shop shop) {
        return new Goods(shop);
    }

    public Shop shop() {
        return shop;
    }

    public Api key() {
        return key;
    }

    public static ObjectNode product(String sku) {
        return Api.object().put("sku", sku).put("name", "باقة " + sku);
    }

    public Api.Reply saves(ObjectNode product) {
        return key.post(Api.KEYS + "/catalog/products", product);
    }

    /** A product with so many pieces; answers its id. */
    public String sells(String sku, long price, long quantity) {
        return well(saves(product(sku).put("price", price).put("initialQuantity", quantity)))
                .data("id");
    }

    public Api.Reply get(String path) {
        return key.get(Api.KEYS + path);
    }

    public Api.Reply post(String path, Object body) {
        return key.post(Api.KEYS + path, body);
    }

    public Api.Reply put(String path, Object body) {
        return key.put(Api.KEYS + path, body);
    }

    public Api.Reply delete(String path) {
        return key.delete(Api.KEYS + path);
    }

    /** The names or SKUs, or whatever else is asked for, of a list. */
    public List<String> listed(String path, String member) {
        var listed = well(get(path));
        return listed.data()
                .get("items")
                .valueStream()
                .map(item -> item.get(member).isString()
                        ? item.get(member).stringValue()
                        : item.get(member).toString())
                .toList();
    }

    /** The id of the row of stock in the default warehouse. */
    public String row(String sku) {
        return listed("/catalog/inventory?sku=" + encoded(sku) + "&warehouseId=" + defaultWarehouse(), "id")
                .getFirst();
    }

    public String defaultWarehouse() {
        return well(get("/warehouses?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .filter(warehouse -> warehouse.get("isDefault").booleanValue())
                .map(warehouse -> warehouse.get("id").stringValue())
                .findFirst()
                .orElseThrow();
    }

    public static Api.Reply well(Api.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return reply;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
