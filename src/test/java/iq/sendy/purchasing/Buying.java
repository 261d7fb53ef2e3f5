package iq.sendy.purchasing;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The words of a shop that buys, spoken at the key door. */
final class Buying {

    static final String ORDERS = Api.KEYS + "/purchase-orders";
    static final String SUPPLIERS = Api.KEYS + "/suppliers";

    final Goods goods;
    final Api key;

    private Buying(Goods goods) {
        this.goods = goods;
        this.key = goods.shop().anonymous().withKey(goods.shop().mints("purchasing:read", "purchasing:write"));
    }

    static Buying opens(Api api) {
        return new Buying(Goods.opens(api));
    }

    /** A product that nobody has counted yet. */
    String lists(String sku) {
        return well(goods.saves(Goods.product(sku).put("price", 5_000))).data("id");
    }

    String supplier(String name) {
        return well(key.post(SUPPLIERS, Api.object().put("fullName", name))).data("id");
    }

    static ObjectNode order() {
        var order = Api.object().put("orderDate", "2026-11-20");
        order.putArray("items");
        return order;
    }

    static ObjectNode with(ObjectNode order, String product, long quantity, long unitCost) {
        order.withArray("items")
                .addObject()
                .put("storeProductId", product)
                .put("quantity", quantity)
                .put("unitCost", unitCost);
        return order;
    }

    String drafts(ObjectNode order) {
        return well(key.post(ORDERS, order)).data("id");
    }

    /** A purchase order that goods may come of. */
    String sends(ObjectNode order) {
        var id = drafts(order);
        well(moves(id, "Sent"));
        return id;
    }

    Api.Reply get(String order) {
        return well(key.get(ORDERS + "/" + order));
    }

    Api.Reply moves(String order, String status) {
        return changes(order, Api.object().put("status", status));
    }

    Api.Reply changes(String order, ObjectNode change) {
        return key.put(ORDERS + "/" + order, change);
    }

    /** The id of an item by its place. */
    String item(String order, int place) {
        return get(order).data("items." + place + ".id");
    }

    static ObjectNode receipt() {
        var receipt = Api.object();
        receipt.putArray("items");
        return receipt;
    }

    static ObjectNode arrived(ObjectNode receipt, String item, long accepted, long rejected) {
        receipt.withArray("items")
                .addObject()
                .put("itemId", item)
                .put("accepted", accepted)
                .put("rejected", rejected);
        return receipt;
    }

    Api.Reply receives(String order, ObjectNode receipt) {
        return key.post(ORDERS + "/" + order + "/receipts", receipt);
    }

    /** One item came. */
    Api.Reply receives(String order, int place, long accepted, long rejected) {
        return receives(order, arrived(receipt(), item(order, place), accepted, rejected));
    }

    Api.Reply attaches(String order, String name) {
        return key.post(
                ORDERS + "/" + order + "/attachments",
                Api.object()
                        .put("fileName", name)
                        .put("fileUrl", "https://files.example.com/" + name)
                        .put("fileSize", 1_024));
    }

    /** An expense that pays a purchase order. */
    void pays(String order, long amount) {
        var finance = goods.shop().anonymous().withKey(goods.shop().mints("finance:write"));
        well(finance.post(
                Api.KEYS + "/expenses",
                Api.object()
                        .put("name", "دفعة")
                        .put("amount", amount)
                        .put("expenseType", "OneTime")
                        .put("category", "بضاعة")
                        .put("expenseDate", "2026-11-20")
                        .put("purchaseOrderId", order)));
    }

    String balance(String supplier) {
        return well(key.get(SUPPLIERS + "/" + supplier)).data("balance");
    }

    String onHand(String sku) {
        return goods.listed("/catalog/inventory?sku=" + Goods.encoded(sku), "quantityOnHand")
                .getFirst();
    }

    List<String> statuses(String query) {
        return well(key.get(ORDERS + query))
                .data()
                .get("items")
                .valueStream()
                .map(order -> order.get("status").stringValue())
                .toList();
    }
}
