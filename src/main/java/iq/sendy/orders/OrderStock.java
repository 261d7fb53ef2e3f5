package iq.sendy.orders;

import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockReservations;
import iq.sendy.platform.sql.Query;
import java.util.ArrayList;
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
