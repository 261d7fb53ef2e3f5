package iq.sendy.purchasing.model;

import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Goods receipt, worked out: what came of each item, what it is worth, and which fees it carries. A receipt carries fees by
 * the value of what was accepted, and the one that ends its purchase order the rest of them.
 *
 * @param status of the purchase order after it
 * @param fees what it carries; more than its lines only where nothing was ever accepted
 */
public record GoodsReceipt(PurchaseOrderStatus status, List<ReceiptLine> lines, long fees) {

    public GoodsReceipt {
        lines = List.copyOf(lines);
    }

    /** Line of a receipt; one without pieces carries fees of goods that came before. */
    public record ReceiptLine(UUID item, UUID product, long accepted, long rejected, long value, long fees) {

        private ReceiptLine carrying(long share) {
            return new ReceiptLine(item, product, accepted, rejected, value, share);
        }
    }

    /** What was accepted, without fees. */
    public long value() {
        return lines.stream().mapToLong(ReceiptLine::value).sum();
    }

    /**
     * What came of a purchase order, each item once and no more than is open of it.
     *
     * @param wanted received when nothing more is to come, whatever is open
     */
    public static GoodsReceipt of(PurchaseOrder order, List<GoodsArrival> arrivals, PurchaseOrderStatus wanted) {
        var items = order.items().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
        var lines = arrivals.stream()
                .filter(arrival -> arrival.pieces() > 0)
                .map(arrival -> line(items, arrival))
                .toList();
        var came = lines.stream()
                .mapToLong(line -> line.accepted() + line.rejected())
                .sum();
        var open = order.items().stream().mapToLong(PurchaseOrderItem::open).sum();
        var status = came == open ? PurchaseOrderStatus.RECEIVED : wanted;
        var value = lines.stream().mapToLong(ReceiptLine::value).sum();
        var fees = fees(order, value, status);
        return new GoodsReceipt(status, carrying(order, lines, fees), fees);
    }

    private static ReceiptLine line(Map<UUID, PurchaseOrderItem> items, GoodsArrival arrival) {
        var item = item(items, arrival.item());
        return new ReceiptLine(
                item.id(),
                item.productId(),
                arrival.accepted(),
                arrival.rejected(),
                Math.multiplyExact(arrival.accepted(), item.unitCost()),
                0);
    }

    private static long fees(PurchaseOrder order, long value, PurchaseOrderStatus status) {
        var all = order.details().additionalFees();
        var sums = order.sums();
        if (status == PurchaseOrderStatus.RECEIVED) {
            return all - sums.feesCarried();
        }
        var soFar = order.items().stream()
                .mapToLong(item -> item.received() * item.unitCost())
                .sum();
        return sums.subTotal() == 0
                ? 0
                : Math.max(0, FeeShares.of(all, soFar + value, sums.subTotal()) - sums.feesCarried());
    }

    /** The fees on what was accepted now, or else on what was accepted before. */
    private static List<ReceiptLine> carrying(PurchaseOrder order, List<ReceiptLine> lines, long fees) {
        if (lines.stream().anyMatch(line -> line.accepted() > 0)) {
            return shared(lines, fees, ReceiptLine::value, ReceiptLine::accepted);
        }
        var byItem = lines.stream().collect(Collectors.toMap(ReceiptLine::item, Function.identity()));
        var items = order.items().stream().collect(Collectors.toMap(PurchaseOrderItem::id, Function.identity()));
        var all = order.items().stream()
                .map(item -> byItem.getOrDefault(item.id(), new ReceiptLine(item.id(), item.productId(), 0, 0, 0, 0)))
                .toList();
        ToLongFunction<ReceiptLine> pieces = line -> item(items, line.item()).received();
        ToLongFunction<ReceiptLine> value =
                line -> pieces.applyAsLong(line) * item(items, line.item()).unitCost();
        return shared(all, fees, value, pieces).stream()
                .filter(line -> line.fees() > 0 || line.rejected() > 0)
                .toList();
    }

    private static PurchaseOrderItem item(Map<UUID, PurchaseOrderItem> items, UUID id) {
        var item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("The purchase order has no item " + id);
        }
        return item;
    }

    /** By value, or by pieces where they cost nothing; where there are none of either nobody carries them. */
    private static List<ReceiptLine> shared(
            List<ReceiptLine> lines, long fees, ToLongFunction<ReceiptLine> value, ToLongFunction<ReceiptLine> pieces) {
        var worth = lines.stream().anyMatch(line -> value.applyAsLong(line) > 0) ? value : pieces;
        if (lines.stream().noneMatch(line -> worth.applyAsLong(line) > 0)) {
            return lines;
        }
        var weights = lines.stream().map(worth::applyAsLong).toList();
        var shares = FeeShares.split(fees, weights);
        var carrying = new ArrayList<ReceiptLine>();
        for (var i = 0; i < lines.size(); i++) {
            carrying.add(lines.get(i).carrying(shares.get(i)));
        }
        return carrying;
    }
}
