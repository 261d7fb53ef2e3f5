package iq.sendy.proofs;

import static iq.sendy.proofs.Pairs.basket;
import static iq.sendy.proofs.Pairs.buys;
import static iq.sendy.proofs.Pairs.well;

import iq.sendy.Api;
import iq.sendy.Stall;
import iq.sendy.proofs.Pair.Meeting;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Pairs of purchases: what comes twice, what comes while its order is cancelled, and what comes while it is sold. */
final class PurchasePairs {

    private static final String ORDERS = Api.KEYS + "/purchase-orders/";
    private static final String OVER = "409 items[0].accepted purchase_order.over_received";
    private static final String STEP = "409 purchase_order.status.forbidden";
    private static final String LIMIT = "409 attachment.limit";

    private PurchasePairs() {}

    static List<Pair> all() {
        return List.of(
                new Pair("receipt, receipt", PurchasePairs::twice, List.of("200 | " + OVER, OVER + " | 200")),
                new Pair(
                        "receipt, cancel of its order",
                        PurchasePairs::cancelled,
                        List.of("200 | 200", STEP + " | 200")),
                new Pair(
                        "receipt, sale",
                        PurchasePairs::sold,
                        List.of("200 | 200", "200 | 409 items[0].quantity stock.insufficient")),
                new Pair("receipt, receipt of another order", PurchasePairs::crossed, List.of("200 | 200")),
                new Pair(
                        "third attachment, third attachment",
                        PurchasePairs::attached,
                        List.of("200 | " + LIMIT, LIMIT + " | 200")));
    }

    /** Three of the five that are open, twice. */
    private static Meeting twice(Stall stall, Api key) {
        var order = sent(key, item(stall.sells("ROSE", 1_000, null).toString(), 5));
        var receipt = receives(key, order, 3);
        return new Meeting(receipt, receipt, (copy, _, _) -> onHand(copy, "ROSE", 3));
    }

    private static Meeting cancelled(Stall stall, Api key) {
        var order = sent(key, item(stall.sells("ROSE", 1_000, null).toString(), 5));
        return new Meeting(
                receives(key, order, 3),
                to -> to.put(ORDERS + order, Api.object().put("status", "Cancelled")));
    }

    /** Two are there, and three are wanted. */
    private static Meeting sold(Stall stall, Api key) {
        var order = sent(key, item(stall.sells("ROSE", 1_000, 2L).toString(), 5));
        return new Meeting(receives(key, order, 5), buys(basket("ROSE", 3)));
    }

    /** Two products, in either order. */
    private static Meeting crossed(Stall stall, Api key) {
        var rose = stall.sells("ROSE", 1_000, null).toString();
        var lily = stall.sells("LILY", 1_000, null).toString();
        var one = sent(key, item(rose, 5), item(lily, 5));
        var other = sent(key, item(lily, 5), item(rose, 5));
        return new Meeting(receives(key, one, 5), receives(key, other, 5), (copy, _, _) -> onHand(copy, "ROSE", 10));
    }

    private static Meeting attached(Stall stall, Api key) {
        var order = sent(key, item(stall.sells("ROSE", 1_000, null).toString(), 1));
        well(attaches(order).apply(key));
        well(attaches(order).apply(key));
        return new Meeting(attaches(order), attaches(order));
    }

    private static String onHand(Stall stall, String sku, long pieces) {
        var there = stall.row(sku).onHand();
        return there == pieces ? "" : there + " on hand";
    }

    private static ObjectNode item(String product, long quantity) {
        return Api.object()
                .put("storeProductId", product)
                .put("quantity", quantity)
                .put("unitCost", 700);
    }

    private static String sent(Api key, ObjectNode... items) {
        var body = Api.object().put("orderDate", "2026-11-20").put("additionalFees", 100);
        body.putArray("items").addAll(List.of(items));
        var order = well(key.post(Api.KEYS + "/purchase-orders", body)).data("id");
        well(key.put(ORDERS + order, Api.object().put("status", "Sent")));
        return order;
    }

    /** So many pieces of each item. */
    private static Function<Api, Api.Reply> receives(Api key, String order, long accepted) {
        var body = Api.object();
        var came = body.putArray("items");
        well(key.get(ORDERS + order))
                .data()
                .get("items")
                .forEach(item -> came.addObject()
                        .put("itemId", item.get("id").stringValue())
                        .put("accepted", accepted));
        return to -> to.post(ORDERS + order + "/receipts", body);
    }

    private static Function<Api, Api.Reply> attaches(String order) {
        var body = Api.object()
                .put("fileName", "a.pdf")
                .put("fileUrl", "https://files.example.com/a.pdf")
                .put("fileSize", 1_024);
        return to -> to.post(ORDERS + order + "/attachments", body);
    }
}
