package iq.sendy.proofs;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Stall;
import iq.sendy.pricing.Discount.AmountOff;
import iq.sendy.proofs.Pair.Meeting;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Pairs of orders, stock, codes, cancellations and returns. */
final class Pairs {

    static final String SHORT = "409 items[0].quantity stock.insufficient";
    static final String FORBIDDEN = "409 order.status.forbidden";
    static final String CLOSED = "409 order.closed";
    private static final String EXHAUSTED = "400 discountCode discount.exhausted";
    private static final String MINE = "0770 123 4567";

    private Pairs() {}

    static List<Pair> all() {
        return List.of(
                new Pair("order, order: the last piece", Pairs::lastPiece, List.of("200 | " + SHORT, SHORT + " | 200")),
                new Pair(
                        "order of two lines, order: the last pieces",
                        Pairs::lastPieces,
                        List.of("200 | " + SHORT, SHORT + ", items[1].quantity stock.insufficient | 200")),
                new Pair("order x and y, order y and x", Pairs::crossed, List.of("200 | 200")),
                new Pair(
                        "order, stock count",
                        Pairs::count,
                        List.of("200 | 409 quantityOnHand stock.below_reserved", SHORT + " | 200")),
                new Pair("order, stock count of what is expected", Pairs::expectedCount, List.of("200 | 200")),
                new Pair(
                        "delivery, stock count of what is expected",
                        Pairs::delivery,
                        List.of("200 | 200", "200 | 409 expectedQuantityOnHand stock.stale")),
                new Pair(
                        "order, order: the last use of a code",
                        Pairs::lastUse,
                        List.of("200 | " + EXHAUSTED, EXHAUSTED + " | 200")),
                new Pair(
                        "order, order: a code for each phone once",
                        Pairs::onePhone,
                        List.of(
                                "200 | 400 discountCode discount.customer_limit",
                                "400 discountCode discount.customer_limit | 200")),
                new Pair(
                        "order, cancel: code and stock of the one for the other",
                        Pairs::orderAndCancel,
                        List.of("200 | 200", EXHAUSTED + " | 200")),
                new Pair("cancel, cancel", Pairs::cancelTwice, List.of("200 | " + FORBIDDEN, FORBIDDEN + " | 200")),
                new Pair("cancel, hand-over", Pairs::handOver, List.of("200 | " + FORBIDDEN, FORBIDDEN + " | 200")),
                new Pair(
                        "complete return, complete return",
                        Pairs::completeTwice,
                        List.of("200 | 409 return.status.forbidden", "409 return.status.forbidden | 200")));
    }

    private static Meeting lastPiece(Stall stall, Api key) {
        stall.sells("LAMP", 25_000, 1L);
        return new Meeting(buys(basket("LAMP", 1)), buys(basket("LAMP", 1)));
    }

    private static Meeting lastPieces(Stall stall, Api key) {
        stall.sells("LAMP", 25_000, 3L);
        return new Meeting(buys(basket("LAMP", 1, "LAMP", 1)), buys(basket("LAMP", 2)));
    }

    private static Meeting crossed(Stall stall, Api key) {
        stall.sells("X", 1_000, 9L);
        stall.sells("Y", 1_000, 9L);
        return new Meeting(buys(basket("X", 1, "Y", 1)), buys(basket("Y", 1, "X", 1)));
    }

    private static Meeting count(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        return new Meeting(buys(basket("ROSE", 3)), counts(stall, Api.object().put("quantityOnHand", 2)));
    }

    private static Meeting expectedCount(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        var body = Api.object().put("quantityOnHand", 9).put("expectedQuantityOnHand", 5);
        return new Meeting(buys(basket("ROSE", 3)), counts(stall, body));
    }

    private static Meeting delivery(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        var order = placed(key, basket("ROSE", 3));
        List.of("InTransit", "OutForDelivery")
                .forEach(to -> well(moves(order, to).apply(key)));
        var body = Api.object().put("quantityOnHand", 9).put("expectedQuantityOnHand", 5);
        return new Meeting(moves(order, "Delivered"), counts(stall, body));
    }

    private static Meeting lastUse(Stall stall, Api key) {
        stall.sells("CUP", 10_000, 9L);
        stall.offers("LAST", new AmountOff(1_000), 1L, null);
        return new Meeting(
                buys(basket("CUP", 1).put("discountCode", "LAST")),
                buys(basket("CUP", 1).put("discountCode", "last").put("customerPhone", "0771 000 0001")));
    }

    private static Meeting onePhone(Stall stall, Api key) {
        stall.sells("CUP", 10_000, 9L);
        stall.offers("ONCE", new AmountOff(1_000), null, 1L);
        return new Meeting(
                buys(basket("CUP", 1).put("discountCode", "ONCE").put("customerPhone", MINE)),
                buys(basket("CUP", 1).put("discountCode", "ONCE").put("customerPhone", "+9647701234567")));
    }

    private static Meeting orderAndCancel(Stall stall, Api key) {
        stall.sells("CUP", 10_000, 1L);
        stall.offers("LAST", new AmountOff(1_000), 1L, null);
        var order = placed(key, basket("CUP", 1).put("discountCode", "LAST"));
        return new Meeting(buys(basket("CUP", 1).put("discountCode", "LAST")), cancels(order));
    }

    private static Meeting cancelTwice(Stall stall, Api key) {
        stall.sells("CUP", 10_000, 1L);
        stall.offers("LAST", new AmountOff(1_000), 1L, null);
        var order = placed(key, basket("CUP", 1).put("discountCode", "LAST"));
        return new Meeting(cancels(order), cancels(order));
    }

    private static Meeting handOver(Stall stall, Api key) {
        stall.sells("CUP", 10_000, 1L);
        var order = placed(key, basket("CUP", 1));
        return new Meeting(cancels(order), moves(order, "InTransit"));
    }

    private static Meeting completeTwice(Stall stall, Api key) {
        var request = asked(stall, key);
        well(key.post(Api.KEYS + "/return-requests/" + request + "/approve", "{}"));
        return new Meeting(decides(request, "complete"), decides(request, "complete"), (copy, _, _) -> {
            var onHand = copy.row("ROSE").onHand();
            return onHand == 5 ? "" : onHand + " on hand";
        });
    }

    /** A return of a delivered order, waiting to be decided. */
    static String asked(Stall stall, Api key) {
        stall.sells("ROSE", 10_000, 5L);
        return well(key.post(Api.KEYS + "/orders/" + delivered(key) + "/return-request", "{}"))
                .data("id");
    }

    static String delivered(Api key) {
        var order = placed(key, basket("ROSE", 3));
        List.of("InTransit", "OutForDelivery", "Delivered")
                .forEach(to -> well(moves(order, to).apply(key)));
        return order;
    }

    static Function<Api, Api.Reply> decides(String request, String step) {
        return key -> key.post(Api.KEYS + "/return-requests/" + request + "/" + step, "{}");
    }

    static Function<Api, Api.Reply> buys(ObjectNode order) {
        return key -> key.post(Api.KEYS + "/orders", order);
    }

    static String placed(Api key, ObjectNode order) {
        return well(buys(order).apply(key)).data("id");
    }

    static Function<Api, Api.Reply> cancels(String order) {
        return key -> key.delete(Api.KEYS + "/orders/" + order);
    }

    static Function<Api, Api.Reply> moves(String order, String to) {
        return key ->
                key.post(Api.KEYS + "/orders/" + order + "/status", Api.object().put("status", to));
    }

    private static Function<Api, Api.Reply> counts(Stall stall, ObjectNode body) {
        UUID row = stall.row("ROSE").id();
        return key -> key.put(Api.KEYS + "/catalog/inventory/" + row, body);
    }

    static ObjectNode basket(Object... skusAndQuantities) {
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var i = 0; i < skusAndQuantities.length; i += 2) {
            items.addObject().put("sku", (String) skusAndQuantities[i]).put("quantity", (Integer)
                    skusAndQuantities[i + 1]);
        }
        return order;
    }

    static Api.Reply well(Api.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return reply;
    }
}
