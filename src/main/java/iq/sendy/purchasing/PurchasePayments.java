package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.purchasing.store.PurchaseLedgerStore;
import iq.sendy.purchasing.store.PurchaseLedgerStore.LedgerEntry;
import iq.sendy.purchasing.store.PurchaseLedgerStore.LedgerEntryType;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payments of purchase orders: whoever books an expense says here what it pays, and the supplier is owed so much less. */
@Service
public class PurchasePayments {

    private final PurchaseOrderStore orders;
    private final PurchaseLedgerStore ledger;
    private final Pipeline pipeline;
    private final Audit audit;

    PurchasePayments(PurchaseOrderStore orders, PurchaseLedgerStore ledger, Pipeline pipeline, Audit audit) {
        this.orders = orders;
        this.ledger = ledger;
        this.pipeline = pipeline;
        this.audit = audit;
    }

    /**
     * What an expense pays of a purchase order from now on; the ledger gets an entry of the difference to what it paid so far,
     * so that saying the same twice writes nothing. Moved to another purchase order, it pays zero of the first and then of
     * the second. False, and nothing written, when there is no such purchase order. Its row is locked until the commit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(StoreId store, Actor actor, PurchasePayment payment, Instant now) {
        var trip = pipeline.open();
        var order = trip.add(orders.lock(store, payment.purchaseOrder()));
        var paid = trip.add(ledger.paid(store, payment.purchaseOrder(), payment.expense()));
        trip.send();
        var before = paid.single();
        if (!order.any() || before == payment.amount()) {
            return order.any();
        }
        var entry = new LedgerEntry(
                LedgerEntryType.PAYMENT, Math.subtractExact(before, payment.amount()), payment.expense());
        pipeline.send(ledger.append(store, payment.purchaseOrder(), List.of(entry), actor, now));
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "purchase_order.paid",
                        "purchase_order",
                        payment.purchaseOrder(),
                        Map.of("expense", payment.expense(), "amount", before),
                        Map.of("expense", payment.expense(), "amount", payment.amount())));
        return true;
    }
}
