package iq.sendy.proofs;

import static iq.sendy.proofs.Pairs.CLOSED;
import static iq.sendy.proofs.Pairs.basket;
import static iq.sendy.proofs.Pairs.buys;
import static iq.sendy.proofs.Pairs.cancels;
import static iq.sendy.proofs.Pairs.decides;
import static iq.sendy.proofs.Pairs.moves;
import static iq.sendy.proofs.Pairs.placed;
import static iq.sendy.proofs.Pairs.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Stall;
import iq.sendy.pricing.Discount.AmountOff;
import iq.sendy.proofs.Pair.Meeting;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The other pairs: changes of an order, returns, keys and references, and what the shop arranges. */
final class MorePairs {

    private static final String PENDING = "409 return.pending";
    private static final String DECIDED = "409 return.status.forbidden";
    private static final String RUNNING = "409 Idempotency-Key idempotency.in_progress";
    private static final String REF = "409 externalRef externalRef.conflict";

    private MorePairs() {}

    static List<Pair> all() {
        return List.of(
                new Pair("items edit, cancel", MorePairs::editAndCancel, List.of("200 | 200", CLOSED + " | 200")),
                new Pair("items edit, hand-over", MorePairs::editAndMove, List.of("200 | 200", CLOSED + " | 200")),
                new Pair("items edit that drops a code, order with it", MorePairs::dropCode, List.of("200 | 200")),
                new Pair(
                        "return request, return request",
                        MorePairs::askTwice,
                        List.of("200 | " + PENDING, PENDING + " | 200")),
                new Pair("approve, reject", MorePairs::decide, List.of("200 | " + DECIDED, DECIDED + " | 200")),
                new Pair(
                        "a request with a key, the same again",
                        MorePairs::sameKey,
                        List.of("200 | 200", "200 | " + RUNNING, RUNNING + " | 200")),
                new Pair(
                        "a reference of one order, the same again",
                        (_, key) -> reference(key, 25_000),
                        List.of("200 | 200")),
                new Pair(
                        "a reference of one order, of another",
                        (_, key) -> reference(key, 99_000),
                        List.of("200 | " + REF, REF + " | 200")),
                new Pair("order, price change", MorePairs::price, List.of("200 | 200")),
                new Pair("default warehouse, default warehouse", MorePairs::warehouses, List.of("200 | 200")),
                new Pair(
                        "category move, category move",
                        MorePairs::categories,
                        List.of(
                                "200 | 400 parentCategoryId category.cycle",
                                "400 parentCategoryId category.cycle | 200")),
                new Pair(
                        "settings in dollars, first order",
                        MorePairs::currency,
                        List.of("200 | 503 server.busy", "409 currencyCode settings.currency_locked | 200")));
    }

    private static Meeting editAndCancel(Stall stall, Api key) {
        var order = ordered(stall, key);
        return new Meeting(edits(order, "ROSE", 5), cancels(order));
    }

    private static Meeting editAndMove(Stall stall, Api key) {
        var order = ordered(stall, key);
        return new Meeting(edits(order, "ROSE", 5), moves(order, "InTransit"));
    }

    private static String ordered(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        stall.offers("TEN", new AmountOff(1_000), 9L, null);
        return placed(key, basket("ROSE", 2).put("discountCode", "TEN"));
    }

    /** The code that it drops is not known before the items are priced: it comes after stock. */
    private static Meeting dropCode(Stall stall, Api key) {
        var order = ordered(stall, key);
        var body = items("ROSE", 2).putNull("discountCode");
        return new Meeting(
                to -> to.put(Api.KEYS + "/orders/" + order + "/items", body),
                buys(basket("ROSE", 1).put("discountCode", "TEN")));
    }

    private static Function<Api, Api.Reply> edits(String order, String sku, int quantity) {
        return key -> key.put(Api.KEYS + "/orders/" + order + "/items", items(sku, quantity));
    }

    private static ObjectNode items(String sku, int quantity) {
        var body = Api.object();
        body.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return body;
    }

    private static Meeting askTwice(Stall stall, Api key) {
        stall.sells("ROSE", 10_000, 5L);
        var order = Pairs.delivered(key);
        Function<Api, Api.Reply> asks = to -> to.post(Api.KEYS + "/orders/" + order + "/return-request", "{}");
        return new Meeting(asks, asks);
    }

    private static Meeting decide(Stall stall, Api key) {
        var request = Pairs.asked(stall, key);
        return new Meeting(decides(request, "approve"), decides(request, "reject"));
    }

    private static Meeting sameKey(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        Function<Api, Api.Reply> buys = to -> buys(basket("ROSE", 1)).apply(to.withHeader("Idempotency-Key", "once"));
        return new Meeting(buys, buys, (copy, one, other) -> {
            if (one.status() == other.status() && !one.text().equals(other.text())) {
                return "two answers: " + one + " and " + other;
            }
            var reserved = copy.row("ROSE").reserved();
            return reserved == 1 ? "" : reserved + " reserved";
        });
    }

    private static Meeting reference(Api key, long value) {
        well(key.post(
                Api.KEYS + "/settings", Api.object().put("currencyCode", "IQD").put("uniqueExternalRef", true)));
        return new Meeting(
                buys(Shop.order().put("externalRef", "R-1")),
                buys(Shop.order().put("externalRef", "R-1").put("orderValue", value)),
                (_, one, other) ->
                        one.status() != other.status() || one.data("id").equals(other.data("id"))
                                ? ""
                                : "two orders with one reference");
    }

    private static Meeting price(Stall stall, Api key) {
        stall.sells("ROSE", 1_000, 5L);
        return new Meeting(
                buys(basket("ROSE", 2)),
                to -> to.post(
                        Api.KEYS + "/catalog/products",
                        Api.object().put("sku", "ROSE").put("price", 1_500)),
                (_, one, _) -> List.of("2000", "3000").contains(one.data("total")) ? "" : one.toString());
    }

    private static Meeting warehouses(Stall stall, Api key) {
        var karkh = stall.builds("الكرخ");
        var rusafa = stall.builds("الرصافة");
        return new Meeting(makesDefault(karkh), makesDefault(rusafa));
    }

    private static Function<Api, Api.Reply> makesDefault(UUID warehouse) {
        return key ->
                key.put(Api.KEYS + "/warehouses/" + warehouse, Api.object().put("isDefault", true));
    }

    private static Meeting categories(Stall stall, Api key) {
        var flowers = category(key, "ورد");
        var gifts = category(key, "هدايا");
        return new Meeting(movesBelow(flowers, gifts), movesBelow(gifts, flowers));
    }

    private static String category(Api key, String name) {
        return well(key.post(Api.KEYS + "/categories", Api.object().put("name", name)))
                .data("id");
    }

    private static Function<Api, Api.Reply> movesBelow(String category, String parent) {
        return key -> key.put(Api.KEYS + "/categories/" + category, Api.object().put("parentCategoryId", parent));
    }

    private static Meeting currency(Stall stall, Api key) {
        return new Meeting(
                to -> to.post(Api.KEYS + "/settings", Api.object().put("currencyCode", "USD")), buys(Shop.order()));
    }
}
