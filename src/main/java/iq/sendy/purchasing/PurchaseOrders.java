package iq.sendy.purchasing;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchase orders: drafted, changed and deleted while they are drafts, and moved along their machine. */
@Service
public class PurchaseOrders {

    static final String TYPE = "purchase_order";

    private final Settings storeSettings;
    private final PurchaseOrderStore orders;
    private final OrderedProducts products;
    private final PurchaseOrderChanges changes;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    PurchaseOrders(
            Settings storeSettings,
            PurchaseOrderStore orders,
            OrderedProducts products,
            PurchaseOrderChanges changes,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.storeSettings = storeSettings;
        this.orders = orders;
        this.products = products;
        this.changes = changes;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first; no statuses are all. */
    @Transactional(readOnly = true)
    public Page<PurchaseOrder> list(StoreId store, List<PurchaseOrderStatus> statuses, Paging paging) {
        return orders.list(store, statuses).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<PurchaseOrder> find(StoreId store, UUID order) {
        return pipeline.ask(orders.find(store, order)).first();
    }

    /** What a purchase order names and the store does not have. */
    @Transactional(readOnly = true)
    public List<Violation> unknown(StoreId store, PurchaseReferences references) {
        return products.unknown(store, references);
    }

    /** A draft. */
    @Transactional
    public PurchaseOrder create(
            StoreId store,
            Actor actor,
            Currency currency,
            PurchaseOrderDetails details,
            List<PurchaseOrderItem.Ordered> ordered) {
        return create(store, actor, currency, uuidGenerator.next(), details, ordered);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another draft.
     */
    @Transactional
    public PurchaseOrder createOnce(
            StoreId store,
            Actor actor,
            Currency currency,
            UUID id,
            PurchaseOrderDetails details,
            List<PurchaseOrderItem.Ordered> ordered) {
        var made = pipeline.ask(orders.find(store, id)).first();
        if (made.isPresent()) {
            var same =
                    made.get().details().equals(details) && made.get().ordered().equals(ordered);
            return same ? made.get() : create(store, actor, currency, details, ordered);
        }
        return WriteConflict.onDuplicateKey(
                "the same form", () -> create(store, actor, currency, id, details, ordered));
    }

    private PurchaseOrder create(
            StoreId store,
            Actor actor,
            Currency currency,
            UUID id,
            PurchaseOrderDetails details,
            List<PurchaseOrderItem.Ordered> ordered) {
        storeSettings.requireCurrency(store, currency);
        var items = products.items(store, ordered, List.of());
        var trip = pipeline.open();
        trip.add(orders.insert(store, id, details, OrderedProducts.subTotal(items), clock.instant()));
        trip.add(orders.insertItems(store, id, items));
        var created = trip.add(orders.find(store, id));
        trip.send();
        var order = created.single();
        audit.record(store, actor, Change.created(TYPE, id, PurchaseOrderAudit.of(order)));
        return order;
    }

    /** Changes a purchase order, moves it, and books what came with the step. */
    @Transactional
    public ChangePurchaseOrder.Result change(StoreId store, Actor actor, ChangePurchaseOrder command) {
        storeSettings.requireCurrency(store, command.currency());
        return changes.change(store, actor, command, clock.instant());
    }

    @Transactional
    public DeletePurchaseOrder.Result delete(StoreId store, Actor actor, DeletePurchaseOrder command) {
        var id = command.order();
        var trip = pipeline.open();
        trip.add(orders.lock(store, id));
        var found = trip.add(orders.find(store, id));
        var entries = trip.add(orders.anyLedgerEntry(store, id));
        trip.send();
        if (!found.any()) {
            return new DeletePurchaseOrder.Result.NoSuchOrder();
        }
        var order = found.single();
        if (order.status() != PurchaseOrderStatus.DRAFT) {
            return new DeletePurchaseOrder.Result.NoDraft();
        }
        if (entries.single()) {
            return new DeletePurchaseOrder.Result.PaidFor();
        }
        pipeline.send(orders.deleteAttachments(store, id), orders.deleteItems(store, id), orders.delete(store, id));
        audit.record(store, actor, Change.deleted(TYPE, id, PurchaseOrderAudit.of(order)));
        return new DeletePurchaseOrder.Result.Deleted();
    }
}
