package iq.sendy.purchasing.web;

import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Whole;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of an item. */
record ArrivedGoods(
        @Required @ReferenceTo("purchase_order_item") UUID itemId,

        @Required @Whole(max = 10_000) @Example("10") Long accepted,

        @Whole(max = 10_000) @Example("0") @Nullable Long rejected) {

    /** None stands there twice. */
    static void eachOnce(String list, @Nullable List<@Nullable ArrivedGoods> arrived, Violations violations) {
        var seen = new HashSet<UUID>();
        for (var i = 0; arrived != null && i < arrived.size(); i++) {
            var each = arrived.get(i);
            if (each != null && each.itemId() != null && !seen.add(each.itemId())) {
                violations.add(list + "[" + i + "].itemId", "field.invalid");
            }
        }
    }

    /** Each is an item of the purchase order. */
    static void known(
            String list, @Nullable List<@Nullable ArrivedGoods> arrived, PurchaseOrder order, Violations violations) {
        for (var i = 0; arrived != null && i < arrived.size(); i++) {
            var each = arrived.get(i);
            if (each != null && each.itemId() != null && !order.has(each.itemId())) {
                violations.addMissing(List.of(Violation.at(list + "[" + i + "].itemId", "order_item.unknown")));
            }
        }
    }

    /** Whether no piece came, of those that can be read. */
    static boolean nothing(List<@Nullable ArrivedGoods> arrived) {
        return arrivals(arrived).stream().allMatch(each -> each.pieces() == 0);
    }

    /** Those of a body without faults. */
    static List<GoodsArrival> arrivals(List<@Nullable ArrivedGoods> arrived) {
        return arrived.stream()
                .map(Objects::requireNonNull)
                .map(each -> new GoodsArrival(
                        each.itemId(), each.accepted(), Objects.requireNonNullElse(each.rejected(), 0L)))
                .toList();
    }
}
