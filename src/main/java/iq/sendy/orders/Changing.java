package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.inventory.Inventory;
import iq.sendy.inventory.StockChange;
import iq.sendy.orders.Working.Wanted;
import iq.sendy.orders.Working.Worked;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.model.Steps;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
import iq.sendy.pricing.Pricing;
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
class Changing {

    private final Placing placing;
    private final Working working;
    private final Stores stores;
    private final Customers customers;
    private final Inventory inventory;
    private final Pricing pricing;
    private final OrderStore orders;
    private final StatusCounts counts;
    private final Together together;
    private final Audit audit;

    Changing(
            Placing placing,
            Working working,
            Stores stores,
            Customers customers,
            Inventory inventory,
            Pricing pricing,
            OrderStore orders,
            StatusCounts counts,
            Together together,
            Audit audit) {
        this.placing = placing;
        this.working = working;
        this.stores = stores;
        this.customers = customers;
        this.inventory = inventory;
        this.pricing = pricing;
        this.orders = orders;
        this.counts = counts;
        this.together = together;
        this.audit = audit;
    }

    MoveOrderResult move(Step step, OrderRef ref, MoveOrder command) {
        var found = orders.lock(step.store(), ref);
        var settings = stores.settings(step.store());
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
        return new MoveOrderResult.Moved(moved(step, order, command));
    }

    private OrderDetails moved(Step step, OrderView order, MoveOrder command) {
        var to = command.status();
        var payment = Payments.after(to, order.payment(), order.money().total());
        var occurred = command.occurredAt() == null ? step.now() : command.occurredAt();
        var entry = entry("status", to, command.note(), step.actor(), occurred);
        var stock = stock(step, order, to);
        var after = orders.find(step.store(), new OrderRef.ById(order.id()));
        var parts = new ArrayList<Asked<?>>();
        if (to == OrderStatus.CANCELLED && order.discountCode() != null) {
            parts.add(pricing.giveBack(step.store(), order.id(), step.now()));
        }
        if (stock != null) {
            parts.add(stock);
        }
        var customer = customer(step, order, to);
        if (customer != null) {
            parts.add(customer);
        }
        parts.addAll(orders.move(step.store(), order, to, payment, entry, step.now()));
        parts.add(after);
        var timeline = orders.timeline(step.store(), new OrderRef.ById(order.id()));
        parts.add(timeline);
        together.send(parts);
        counts.moved(step.store(), order.status(), to);
        if (stock != null) {
            step.changes().addAll(stock.answer());
        }
        audit.record(
                step.store(),
                step.actor(),
                new Audit.Change(
                        "order.status_changed",
                        "order",
                        order.id(),
                        Map.of("status", order.status().toString()),
                        Map.of("status", to.toString())));
        step.events().add(new OrderMoved(step.store().value(), after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }

    /** Stock leaves for good at delivery, and is free again when the order is cancelled or a refused parcel is back. */
    private @Nullable Asked<StockChange> stock(Step step, OrderView order, OrderStatus to) {
        if (order.lines().isEmpty()) {
            return null;
        }
        return switch (to) {
            case DELIVERED -> inventory.sell(step.store(), order.id(), step.actor(), step.now());
            case CANCELLED, RETURNED -> inventory.release(step.store(), order.id(), step.actor(), step.now());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, REFUSED, RETURNING -> null;
        };
    }

    private @Nullable Asked<Boolean> customer(Step step, OrderView order, OrderStatus to) {
        var phone = order.customer().phone();
        if (phone == null) {
            return null;
        }
        return switch (to) {
            case DELIVERED ->
                customers.delivered(step.store(), phone, order.money().total(), step.now());
            case REFUSED -> customers.refused(step.store(), phone, step.now());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, RETURNING, RETURNED, CANCELLED ->
                null;
        };
    }

    ChangeAddressResult address(Step step, OrderRef ref, ChangeAddress change) {
        var found = orders.lock(step.store(), ref);
        together.send(found);
        if (found.first().isEmpty()) {
            return new ChangeAddressResult.NoSuchOrder();
        }
        var order = found.single();
        if (!Steps.beforeHandOver(order.status())) {
            return new ChangeAddressResult.Closed(order.status());
        }
        var entry = entry("address", order.status(), null, step.actor(), step.now());
        var changed = orders.changeAddress(step.store(), order, change, entry, step.now());
        audit.record(
                step.store(), step.actor(), new Audit.Change("order.address_changed", "order", order.id(), null, null));
        step.events().add(new OrderChanged(step.store().value(), changed.order()));
        return new ChangeAddressResult.Changed(changed);
    }

    ChangeItemsResult items(Step step, OrderRef ref, ChangeItems change) {
        var found = orders.lock(step.store(), ref);
        together.send(found);
        if (found.first().isEmpty()) {
            return new ChangeItemsResult.NoSuchOrder();
        }
        var order = found.single();
        var wanted = wanted(order, change);
        var questions = working.askAgain(step.store(), order, wanted);
        together.send(questions.parts());
        step.lowAt(questions.rules().lowStockThreshold());
        return switch (working.out(wanted, questions, step.now(), true)) {
            case Worked.Flawed(var flaws) -> new ChangeItemsResult.Invalid(flaws);
            case Worked.Fits fits -> {
                if (!Steps.beforeHandOver(order.status())) {
                    yield new ChangeItemsResult.Closed(order.status());
                }
                yield replaced(step, order, fits);
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
    private ChangeItemsResult replaced(Step step, OrderView order, Worked.Fits fits) {
        var release = inventory.release(step.store(), order.id(), step.actor(), step.now());
        var parts = new ArrayList<Asked<?>>();
        if (dropsCode(order, fits)) {
            // Codes are locked before stock, by every step that takes both.
            parts.add(pricing.giveBack(step.store(), order.id(), step.now()));
        }
        parts.add(release);
        if (fits.wants().isEmpty()) {
            together.send(parts);
        } else {
            var take = inventory.take(step.store(), order.id(), fits.wants(), false, step.actor(), step.now());
            parts.add(take);
            together.send(parts);
            step.changes().addAll(release.answer());
            var shortages = Placing.shortages(step, fits, take.answer());
            if (!shortages.isEmpty()) {
                // The release has been written; nothing of this step may stay.
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                step.changes().clear();
                return new ChangeItemsResult.OutOfStock(shortages);
            }
        }
        if (fits.wants().isEmpty()) {
            step.changes().addAll(release.answer());
        }
        return new ChangeItemsResult.Changed(written(step, order, fits));
    }

    private static boolean dropsCode(OrderView order, Worked.Fits fits) {
        var code = fits.terms().code();
        return order.discountCode() != null && (code == null || !code.held());
    }

    private OrderDetails written(Step step, OrderView order, Worked.Fits fits) {
        var code = fits.terms().code();
        var word = code == null ? null : code.typed();
        var parts = new ArrayList<Asked<?>>();
        var found = code == null || code.held() ? null : code.found();
        var use = found == null
                ? null
                : pricing.use(step.store(), found.id(), order.customer().phone(), order.id(), step.now());
        if (use != null) {
            parts.add(use);
        }
        parts.add(orders.deleteLines(step.store(), order.id()));
        parts.add(orders.insertLines(step.store(), order.id(), fits.lines()));
        var entry = entry("items", order.status(), null, step.actor(), step.now());
        parts.addAll(orders.reprice(step.store(), order.id(), fits.priced(), word, entry, step.now()));
        var after = orders.find(step.store(), new OrderRef.ById(order.id()));
        parts.add(after);
        var timeline = orders.timeline(step.store(), new OrderRef.ById(order.id()));
        parts.add(timeline);
        placing.write(parts);
        if (use != null && use.first().isEmpty()) {
            throw new Overtaken("the last use of the code");
        }
        var currency = order.money().currency();
        audit.record(
                step.store(),
                step.actor(),
                new Audit.Change(
                        "order.items_changed",
                        "order",
                        order.id(),
                        Map.of("total", currency.onWire(order.money().total())),
                        Map.of(
                                "total",
                                currency.onWire(
                                        Objects.requireNonNull(fits.priced()).total()))));
        step.events().add(new OrderChanged(step.store().value(), after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }

    private static TimelineEntry entry(
            String type, OrderStatus status, @Nullable String note, Actor actor, Instant occurred) {
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), occurred);
    }
}
