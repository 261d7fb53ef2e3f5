package iq.sendy.purchasing;

import iq.sendy.inventory.ExpectedGoods;
import iq.sendy.inventory.ReceivedGoods;
import iq.sendy.inventory.StockForecast;
import iq.sendy.inventory.StockReceipts;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import iq.sendy.purchasing.model.GoodsReceipt;
import iq.sendy.purchasing.store.PurchaseLedgerStore;
import iq.sendy.purchasing.store.PurchaseLedgerStore.LedgerEntry;
import iq.sendy.purchasing.store.PurchaseLedgerStore.LedgerEntryType;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import iq.sendy.purchasing.store.ReceiptStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Booking of goods that came: the receipt, what is owed for it, the stock it raises and the cost it restates. */
@Component
class GoodsBooking {

    private final ReceiptStore receipts;
    private final PurchaseLedgerStore ledger;
    private final PurchaseOrderStore orders;
    private final StockReceipts stock;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    GoodsBooking(
            ReceiptStore receipts,
            PurchaseLedgerStore ledger,
            PurchaseOrderStore orders,
            StockReceipts stock,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.orders = orders;
        this.stock = stock;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** Where more came than is open, by the place in a list of the request; the surplus goes on a new purchase order. */
    static List<Violation> tooMany(PurchaseOrder order, List<GoodsArrival> arrivals, String list) {
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < arrivals.size(); i++) {
            var arrival = arrivals.get(i);
            for (var item : order.items()) {
                if (item.id().equals(arrival.item()) && arrival.pieces() > item.open()) {
                    violations.add(Violation.at(list + "[" + i + "].accepted", "purchase_order.over_received")
                            .with("open", item.open()));
                }
            }
        }
        return violations;
    }

    /** The stock of what a locked purchase order orders, as it stays until the transaction ends. */
    ExpectedGoods expect(StoreId store, PurchaseOrder order) {
        return stock.expect(store, products(order));
    }

    private static Set<UUID> products(PurchaseOrder order) {
        return order.items().stream().map(PurchaseOrderItem::productId).collect(Collectors.toSet());
    }

    /** Where more came than fits beside what is there, by the place in a list of the request. */
    static List<Violation> noRoom(Map<UUID, Long> room, PurchaseOrder order, List<GoodsArrival> arrivals, String list) {
        var left = new HashMap<>(room);
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < arrivals.size(); i++) {
            var arrival = arrivals.get(i);
            for (var item : order.items()) {
                if (item.id().equals(arrival.item())) {
                    var after = left.merge(item.productId(), -arrival.accepted(), Long::sum);
                    if (after < 0 && arrival.accepted() > 0) {
                        var free = Math.max(0, after + arrival.accepted());
                        violations.add(Violation.at(
                                list + "[" + i + "].accepted", "field.out_of_range", "0", Long.toString(free)));
                    }
                }
            }
        }
        return violations;
    }

    /**
     * Books what came of a locked purchase order, no more than is open and fits, and answers it as it is then.
     *
     * @param expected as {@link #expect} found it
     */
    PurchaseOrder book(
            StoreId store,
            Actor actor,
            PurchaseOrder order,
            List<GoodsArrival> arrivals,
            PurchaseOrderStatus wanted,
            ExpectedGoods expected,
            Instant now) {
        var goods = GoodsReceipt.of(order, arrivals, wanted);
        var receipt = uuidGenerator.next();
        var owed = owed(goods, receipt);
        var trip = pipeline.open();
        trip.addAll(receipts.insert(store, order.id(), receipt, goods, now));
        trip.addIf(!owed.isEmpty(), () -> ledger.append(store, order.id(), owed, actor, now));
        var after = trip.add(orders.find(store, order.id()));
        trip.send();
        var received = received(goods);
        if (!received.isEmpty()) {
            stock.receive(store, order.id(), expected, received, actor, now);
        }
        return after.single();
    }

    /** Where more came than fits, were it booked now. */
    List<Violation> foreseenWithoutRoom(StoreId store, PurchaseOrder order, List<GoodsArrival> arrivals) {
        return noRoom(stock.room(store, products(order)), order, arrivals, "items");
    }

    /** What these arrivals would make of stock and costs, were they booked now. */
    List<StockForecast> foresee(StoreId store, PurchaseOrder order, List<GoodsArrival> arrivals) {
        var received = received(GoodsReceipt.of(order, arrivals, PurchaseOrderStatus.PARTIALLY_RECEIVED));
        return received.isEmpty() ? List.of() : stock.foresee(store, received);
    }

    private static List<ReceivedGoods> received(GoodsReceipt goods) {
        return goods.lines().stream()
                .filter(line -> line.accepted() > 0 || line.fees() > 0)
                .map(line -> new ReceivedGoods(line.product(), line.accepted(), line.value() + line.fees()))
                .toList();
    }

    private static List<LedgerEntry> owed(GoodsReceipt goods, UUID receipt) {
        var owed = new ArrayList<LedgerEntry>();
        if (goods.value() > 0) {
            owed.add(new LedgerEntry(LedgerEntryType.GOODS, goods.value(), receipt));
        }
        if (goods.fees() > 0) {
            owed.add(new LedgerEntry(LedgerEntryType.FEES, goods.fees(), receipt));
        }
        return owed;
    }
}
