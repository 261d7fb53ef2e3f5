package iq.sendy.orders;

import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockReservations;
import iq.sendy.platform.sql.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stock of an order: reserved for its basket all or nothing, gone for good at delivery, free again when it is cancelled. */
@Component
class OrderStock {

    private final StockReservations reservations;

    OrderStock(StockReservations reservations) {
        this.reservations = reservations;
    }

    /** Reserves the stock of a basket, all or nothing; without tracked pieces nothing is asked. */
    Query<Allocation> reserve(OrderTransaction transaction, UUID order, PricingOutcome.Priced priced) {
        return priced.demands().isEmpty()
                ? Query.known(List.of())
                : reservations.reserve(
                        transaction.store(), order, priced.demands(), transaction.actor(), transaction.now());
    }

    /** As {@link #reserve}, but gone at once: a sale at the counter. */
    Query<Allocation> sell(OrderTransaction transaction, UUID order, PricingOutcome.Priced priced) {
        return priced.demands().isEmpty()
                ? Query.known(List.of())
                : reservations.sellAtOnce(
                        transaction.store(), order, priced.demands(), transaction.actor(), transaction.now());
    }

    /** What is there of the goods of a sale that has happened. */
    Query<Allocation> sellWhatIsThere(OrderTransaction transaction, UUID order, PricingOutcome.Priced priced) {
        return priced.demands().isEmpty()
                ? Query.known(List.of())
                : reservations.sellWhatIsThere(
                        transaction.store(), order, priced.demands(), transaction.actor(), transaction.now());
    }

    /** The lines with the pieces that the stock did not have, which the last line of a product lacks first. */
    static List<OrderLine> shortened(
            OrderTransaction transaction, PricingOutcome.Priced priced, List<Allocation> allocations) {
        var changes = allocations.stream()
                .map(Allocation::change)
                .filter(Objects::nonNull)
                .toList();
        transaction.stockChanged(changes);
        var lacking = new HashMap<UUID, Long>();
        priced.demands().forEach(demand -> lacking.put(demand.productId(), demand.quantity()));
        changes.forEach(change -> lacking.merge(change.productId(), change.onHandChange(), Long::sum));
        lacking.values().removeIf(pieces -> pieces == 0);
        transaction.sellsShort(lacking.keySet());
        var lines = new ArrayList<>(priced.lines());
        for (var i = lines.size() - 1; i >= 0; i--) {
            var line = lines.get(i);
            var pieces = Math.min(line.quantity(), lacking.getOrDefault(line.productId(), 0L));
            lacking.merge(line.productId(), -pieces, Long::sum);
            lines.set(i, line.shortBy(pieces));
        }
        return lines;
    }

    /** What fell short, for each line that asks for it. */
    static List<Shortage> shortages(
            OrderTransaction transaction, PricingOutcome.Priced priced, List<Allocation> allocations) {
        transaction.stockChanged(allocations.stream()
                .map(Allocation::change)
                .filter(Objects::nonNull)
                .toList());
        var shortages = new ArrayList<Shortage>();
        for (var i = 0; i < priced.lines().size(); i++) {
            var line = priced.lines().get(i);
            for (var row : allocations) {
                if (row.fallsShort() && row.productId().equals(line.productId())) {
                    shortages.add(new Shortage(i, line.sku(), row.available()));
                }
            }
        }
        if (!shortages.isEmpty()) {
            transaction.runsShort();
        }
        return shortages;
    }

    Query<StockChange> release(OrderTransaction transaction, OrderView order) {
        return reservations.release(transaction.store(), order.id(), transaction.actor(), transaction.now());
    }

    /** Stock leaves for good at delivery, and is free again when the order is cancelled or a refused parcel is back. */
    Query<StockChange> moved(OrderTransaction transaction, OrderView order, OrderStatus to) {
        if (order.lines().isEmpty()) {
            return Query.known(List.of());
        }
        return switch (to) {
            case DELIVERED ->
                reservations.sell(transaction.store(), order.id(), transaction.actor(), transaction.now());
            case CANCELLED, RETURNED -> release(transaction, order);
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, REFUSED, RETURNING ->
                Query.known(List.of());
        };
    }
}
