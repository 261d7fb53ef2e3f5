package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockReservations;
import iq.sendy.orders.OrderPricing.Wanted;
import iq.sendy.orders.OrderPricing.Worked;
import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Changes to an order that stands: its steps, its address, its items. The order's row is locked first; code, stock and
 * customer follow in one trip with it.
 */
@Component
class OrderChanges {

    private final OrderPlacement orderPlacement;
    private final OrderPricing orderPricing;
    private final Stores stores;
    private final Customers customers;
    private final StockReservations reservations;
    private final DiscountCodes discountCodes;
    private final OrderStore orders;
    private final StatusCounts counts;
    private final Pipeline pipeline;
    private final Audit audit;

    OrderChanges(
            OrderPlacement orderPlacement,
            OrderPricing orderPricing,
            Stores stores,
            Customers customers,
            StockReservations reservations,
            DiscountCodes discountCodes,
            OrderStore orders,
            StatusCounts counts,
            Pipeline pipeline,
            Audit audit) {
        this.orderPlacement = orderPlacement;
        this.orderPricing = orderPricing;
        this.stores = stores;
        this.customers = customers;
        this.reservations = reservations;
        this.discountCodes = discountCodes;
        this.orders = orders;
        this.counts = counts;
        this.pipeline = pipeline;
        this.audit = audit;
    }

    MoveOrderResult move(OrderTransaction orderTransaction, OrderRef ref, MoveOrder command) {
        var found = orders.lock(orderTransaction.store(), ref);
        var settings = stores.settings(orderTransaction.store());
        pipeline.send(found, settings);
        if (found.first().isEmpty()) {
            return new MoveOrderResult.NoSuchOrder();
        }
        var order = found.single();
        var rules = settings.first().orElse(StoreSettings.DEFAULTS);
        var allowed = OrderStateMachine.from(order.status(), order.deliveryMode(), rules.requireOrderConfirmation());
        if (!allowed.contains(command.status())) {
            return new MoveOrderResult.Forbidden(order.status(), allowed);
        }
        return new MoveOrderResult.Moved(moved(orderTransaction, order, command));
    }

    private OrderDetails moved(OrderTransaction orderTransaction, OrderView order, MoveOrder command) {
        var to = command.status();
        var payment = Payments.after(to, order.payment(), order.money().total());
        var occurred = command.occurredAt() == null ? orderTransaction.now() : command.occurredAt();
        var entry = entry("status", to, command.note(), orderTransaction.actor(), occurred);
        var stock = stock(orderTransaction, order, to);
        var after = orders.find(orderTransaction.store(), new OrderRef.ById(order.id()));
        var parts = new ArrayList<Query<?>>();
        if (to == OrderStatus.CANCELLED && order.discountCode() != null) {
            parts.add(discountCodes.giveBack(orderTransaction.store(), order.id(), orderTransaction.now()));
        }
        if (stock != null) {
            parts.add(stock);
        }
        var customer = customer(orderTransaction, order, to);
        if (customer != null) {
            parts.add(customer);
        }
        parts.addAll(orders.move(orderTransaction.store(), order, to, payment, entry, orderTransaction.now()));
        parts.add(after);
        var timeline = orders.timeline(orderTransaction.store(), new OrderRef.ById(order.id()));
        parts.add(timeline);
        pipeline.send(parts);
        counts.moved(orderTransaction.store(), order.status(), to);
        if (stock != null) {
            orderTransaction.changes().addAll(stock.answer());
        }
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                new Audit.Change(
                        "order.status_changed",
                        "order",
                        order.id(),
                        Map.of("status", order.status().toString()),
                        Map.of("status", to.toString())));
        orderTransaction.events().add(new OrderMoved(orderTransaction.store().value(), after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }

    /** Stock leaves for good at delivery, and is free again when the order is cancelled or a refused parcel is back. */
    private @Nullable Query<StockChange> stock(OrderTransaction orderTransaction, OrderView order, OrderStatus to) {
        if (order.lines().isEmpty()) {
            return null;
        }
        return switch (to) {
            case DELIVERED ->
                reservations.sell(orderTransaction.store(), order.id(), orderTransaction.actor(), orderTransaction.now());
            case CANCELLED, RETURNED ->
                reservations.release(
                        orderTransaction.store(), order.id(), orderTransaction.actor(), orderTransaction.now());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, REFUSED, RETURNING -> null;
        };
    }

    private @Nullable Query<Boolean> customer(OrderTransaction orderTransaction, OrderView order, OrderStatus to) {
        var phone = order.customer().phone();
        if (phone == null) {
            return null;
        }
        return switch (to) {
            case DELIVERED ->
                customers.delivered(
                        orderTransaction.store(), phone, order.money().total(), orderTransaction.now());
            case REFUSED -> customers.refused(orderTransaction.store(), phone, orderTransaction.now());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, RETURNING, RETURNED, CANCELLED ->
                null;
        };
    }

    ChangeAddressResult address(OrderTransaction orderTransaction, OrderRef ref, ChangeAddress change) {
        var found = orders.lock(orderTransaction.store(), ref);
        pipeline.send(found);
        if (found.first().isEmpty()) {
            return new ChangeAddressResult.NoSuchOrder();
        }
        var order = found.single();
        if (!OrderStateMachine.beforeHandOver(order.status())) {
            return new ChangeAddressResult.Closed(order.status());
        }
        var entry = entry("address", order.status(), null, orderTransaction.actor(), orderTransaction.now());
        var changed = orders.changeAddress(orderTransaction.store(), order, change, entry, orderTransaction.now());
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                new Audit.Change("order.address_changed", "order", order.id(), null, null));
        orderTransaction.events().add(new OrderChanged(orderTransaction.store().value(), changed.order()));
        return new ChangeAddressResult.Changed(changed);
    }

    ChangeItemsResult items(OrderTransaction orderTransaction, OrderRef ref, ChangeItems change) {
        var found = orders.lock(orderTransaction.store(), ref);
        pipeline.send(found);
        if (found.first().isEmpty()) {
            return new ChangeItemsResult.NoSuchOrder();
        }
        var order = found.single();
        var wanted = wanted(order, change);
        var questions = orderPricing.askAgain(orderTransaction.store(), order, wanted);
        pipeline.send(questions.parts());
        orderTransaction.lowAt(questions.rules().lowStockThreshold());
        return switch (orderPricing.out(wanted, questions, orderTransaction.now(), true)) {
            case Worked.Flawed(var flaws) -> new ChangeItemsResult.Invalid(flaws);
            case Worked.Fits fits -> {
                if (!OrderStateMachine.beforeHandOver(order.status())) {
                    yield new ChangeItemsResult.Closed(order.status());
                }
                yield replaced(orderTransaction, order, fits);
            }
        };
    }

    private static Wanted wanted(OrderView order, ChangeItems change) {
        return new Wanted(
                change.items(),
                null,
                change.codeGiven() ? change.discountCode() : order.discountCode(),
                order.source(),
                order.deliveryMode() == DeliveryMode.PICKUP,
                order.customer().provinceCode(),
                order.money().deliveryFeeGiven() ? order.money().deliveryFee() : null,
                order.packageSizeId(),
                Wanted.Origin.STORED);
    }

    /** What was held is free again before the new items are taken: so a basket may keep its last piece. */
    private ChangeItemsResult replaced(OrderTransaction orderTransaction, OrderView order, Worked.Fits fits) {
        var release = reservations.release(
                orderTransaction.store(), order.id(), orderTransaction.actor(), orderTransaction.now());
        var parts = new ArrayList<Query<?>>();
        if (dropsCode(order, fits)) {
            // Codes are locked before stock, by every step that takes both.
            parts.add(discountCodes.giveBack(orderTransaction.store(), order.id(), orderTransaction.now()));
        }
        parts.add(release);
        if (fits.wants().isEmpty()) {
            pipeline.send(parts);
        } else {
            var take = reservations.reserve(
                    orderTransaction.store(),
                    order.id(),
                    fits.wants(),
                    orderTransaction.actor(),
                    orderTransaction.now());
            parts.add(take);
            pipeline.send(parts);
            orderTransaction.changes().addAll(release.answer());
            var shortages = OrderPlacement.shortages(orderTransaction, fits, take.answer());
            if (!shortages.isEmpty()) {
                // The release has been written; nothing of this step may stay.
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                orderTransaction.changes().clear();
                return new ChangeItemsResult.OutOfStock(shortages);
            }
        }
        if (fits.wants().isEmpty()) {
            orderTransaction.changes().addAll(release.answer());
        }
        return new ChangeItemsResult.Changed(written(orderTransaction, order, fits));
    }

    private static boolean dropsCode(OrderView order, Worked.Fits fits) {
        var code = fits.terms().code();
        return order.discountCode() != null && (code == null || !code.held());
    }

    private OrderDetails written(OrderTransaction orderTransaction, OrderView order, Worked.Fits fits) {
        var code = fits.terms().code();
        var word = code == null ? null : code.typed();
        var parts = new ArrayList<Query<?>>();
        var found = code == null || code.held() ? null : code.found();
        var use = found == null
                ? null
                : discountCodes.use(
                        orderTransaction.store(),
                        found.id(),
                        order.customer().phone(),
                        order.id(),
                        orderTransaction.now());
        if (use != null) {
            parts.add(use);
        }
        parts.add(orders.deleteLines(orderTransaction.store(), order.id()));
        parts.add(orders.insertLines(orderTransaction.store(), order.id(), fits.lines()));
        var entry = entry("items", order.status(), null, orderTransaction.actor(), orderTransaction.now());
        parts.addAll(orders.reprice(
                orderTransaction.store(), order.id(), fits.priced(), word, entry, orderTransaction.now()));
        var after = orders.find(orderTransaction.store(), new OrderRef.ById(order.id()));
        parts.add(after);
        var timeline = orders.timeline(orderTransaction.store(), new OrderRef.ById(order.id()));
        parts.add(timeline);
        orderPlacement.write(parts);
        if (use != null && use.first().isEmpty()) {
            throw new WriteConflict("the last use of the code");
        }
        var currency = order.money().currency();
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                new Audit.Change(
                        "order.items_changed",
                        "order",
                        order.id(),
                        Map.of("total", currency.onWire(order.money().total())),
                        Map.of(
                                "total",
                                currency.onWire(
                                        Objects.requireNonNull(fits.priced()).total()))));
        orderTransaction.events().add(new OrderChanged(orderTransaction.store().value(), after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }

    private static TimelineEntry entry(
            String type, OrderStatus status, @Nullable String note, Actor actor, Instant occurred) {
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), occurred);
    }
}
