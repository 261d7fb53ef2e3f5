package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.model.Steps;
import iq.sendy.orders.store.OrderListing;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Together;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Baskets turned into agreements, whatever door they came by. */
@Service
public class Orders {

    private final Placing placing;
    private final OrderStore orders;
    private final OrderListing listing;
    private final Stores stores;
    private final Together together;
    private final Audit audit;
    private final Clock clock;

    Orders(
            Placing placing,
            OrderStore orders,
            OrderListing listing,
            Stores stores,
            Together together,
            Audit audit,
            Clock clock) {
        this.placing = placing;
        this.orders = orders;
        this.listing = listing;
        this.stores = stores;
        this.together = together;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public PlaceOrderResult place(StoreId store, Actor actor, PlaceOrder command) {
        return placing.one(store, actor, command);
    }

    /** Places many, in their order; with {@code atomic} nothing is stored when one of them conflicts. */
    @Transactional
    public List<PlaceOrderResult> placeAll(StoreId store, Actor actor, List<PlaceOrder> commands, boolean atomic) {
        return commands.isEmpty() ? List.of() : placing.many(store, actor, commands, atomic);
    }

    @Transactional(readOnly = true)
    public Optional<OrderDetails> find(StoreId store, OrderRef ref) {
        var order = orders.find(store, ref);
        var timeline = orders.timeline(store, ref);
        together.send(order, timeline);
        return order.first().map(found -> new OrderDetails(found, timeline.answer()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<OrderView> list(StoreId store, OrderFilter filter, Paging paging) {
        return listing.list(store, filter, paging);
    }

    /** Stores address and coordinates and nothing else, until the order is handed over or cancelled. */
    @Transactional
    public ChangeAddressResult changeAddress(StoreId store, Actor actor, OrderRef ref, ChangeAddress change) {
        var found = orders.lock(store, ref);
        together.send(found);
        if (found.first().isEmpty()) {
            return new ChangeAddressResult.NoSuchOrder();
        }
        var order = found.single();
        if (!Steps.beforeHandOver(order.status())) {
            return new ChangeAddressResult.Closed(order.status());
        }
        var now = clock.instant();
        var entry = entry("address", order.status(), null, actor, now);
        var changed = orders.changeAddress(store, order, change, entry, now);
        audit.record(store, actor, new Audit.Change("order.address_changed", "order", order.id(), null, null));
        return new ChangeAddressResult.Changed(changed);
    }

    /** Cancels an order that is still in the store. */
    @Transactional
    public MoveOrderResult cancel(StoreId store, Actor actor, OrderRef ref, @Nullable String reason) {
        return move(store, actor, ref, new MoveOrder(OrderStatus.CANCELLED, reason, null));
    }

    /** Moves an order along its machine; its money follows. */
    @Transactional
    public MoveOrderResult move(StoreId store, Actor actor, OrderRef ref, MoveOrder command) {
        var found = orders.lock(store, ref);
        var settings = stores.settings(store);
        together.send(found, settings);
        if (found.first().isEmpty()) {
            return new MoveOrderResult.NoSuchOrder();
        }
        var order = found.single();
        var rules = settings.first().orElse(StoreSettings.DEFAULTS);
        var allowed = Steps.from(order.status(), order.deliveryMode(), rules.requireOrderConfirmation());
        if (!allowed.contains(command.status())) {
            return new MoveOrderResult.Forbidden(order.status(), allowed);
        }
        var now = clock.instant();
        var occurred = command.occurredAt() == null ? now : command.occurredAt();
        var payment = Payments.after(command.status(), order.payment(), order.money().total());
        var entry = entry("status", command.status(), command.note(), actor, occurred);
        var moved = orders.move(store, order, command.status(), payment, entry, now);
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "order.status_changed",
                        "order",
                        order.id(),
                        Map.of("status", order.status().toString()),
                        Map.of("status", command.status().toString())));
        return new MoveOrderResult.Moved(moved);
    }

    private static TimelineEntry entry(
            String type, OrderStatus status, @Nullable String note, Actor actor, Instant occurred) {
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), occurred);
    }
}
