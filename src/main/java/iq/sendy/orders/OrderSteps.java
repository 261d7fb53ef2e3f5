package iq.sendy.orders;

import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.stores.StoreSettings;
import java.util.Optional;
import java.util.Set;

/** Steps that an order has ahead of it, for whoever shows them; {@link Orders#move} looks again when one is taken. */
public final class OrderSteps {

    private OrderSteps() {}

    /** All that it has, in the order of the machine. */
    public static Set<OrderStatus> of(OrderView order, StoreSettings settings) {
        return OrderStateMachine.from(order, settings);
    }

    /** The one that leads on when all goes well; empty at the end of its way. */
    public static Optional<OrderStatus> next(OrderView order, StoreSettings settings) {
        var steps = of(order, settings);
        return onward(order).filter(steps::contains);
    }

    /** Whether the goods are still in the store: until then address and items can change. */
    public static boolean changeable(OrderView order) {
        return OrderStateMachine.beforeHandOver(order.status());
    }

    private static Optional<OrderStatus> onward(OrderView order) {
        return switch (order.status()) {
            case PENDING -> Optional.of(OrderStatus.CONFIRMED);
            case CONFIRMED -> Optional.of(OrderStatus.READY);
            case READY ->
                Optional.of(
                        order.deliveryMode() == DeliveryMode.PICKUP ? OrderStatus.DELIVERED : OrderStatus.IN_TRANSIT);
            case IN_TRANSIT, POSTPONED -> Optional.of(OrderStatus.OUT_FOR_DELIVERY);
            case OUT_FOR_DELIVERY -> Optional.of(OrderStatus.DELIVERED);
            case REFUSED -> Optional.of(OrderStatus.RETURNING);
            case RETURNING -> Optional.of(OrderStatus.RETURNED);
            case DELIVERED, RETURNED, CANCELLED -> Optional.empty();
        };
    }
}
