package iq.sendy.orders.model;

import static iq.sendy.orders.OrderStatus.CANCELLED;
import static iq.sendy.orders.OrderStatus.CONFIRMED;
import static iq.sendy.orders.OrderStatus.DELIVERED;
import static iq.sendy.orders.OrderStatus.IN_TRANSIT;
import static iq.sendy.orders.OrderStatus.OUT_FOR_DELIVERY;
import static iq.sendy.orders.OrderStatus.PENDING;
import static iq.sendy.orders.OrderStatus.POSTPONED;
import static iq.sendy.orders.OrderStatus.READY;
import static iq.sendy.orders.OrderStatus.REFUSED;
import static iq.sendy.orders.OrderStatus.RETURNED;
import static iq.sendy.orders.OrderStatus.RETURNING;

import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.stores.StoreSettings;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The status machine of contract section 3: which steps an order has from where it is. */
public final class OrderStateMachine {

    private OrderStateMachine() {}

    /**
     * The steps that an order has, in the order of the machine. A store may forbid to skip {@code Confirmed}, and of an order
     * that is held nobody may.
     */
    public static Set<OrderStatus> from(OrderView order, StoreSettings settings) {
        var status = order.status();
        var called = settings.requireOrderConfirmation() || order.held();
        var steps = switch (status) {
            case PENDING ->
                called ? EnumSet.of(CONFIRMED, CANCELLED) : EnumSet.of(CONFIRMED, READY, IN_TRANSIT, CANCELLED);
            case CONFIRMED -> EnumSet.of(READY, IN_TRANSIT, CANCELLED);
            case READY -> EnumSet.of(IN_TRANSIT, CANCELLED);
            case IN_TRANSIT -> EnumSet.of(OUT_FOR_DELIVERY, POSTPONED, REFUSED);
            case OUT_FOR_DELIVERY -> EnumSet.of(DELIVERED, POSTPONED, REFUSED);
            case POSTPONED -> EnumSet.of(OUT_FOR_DELIVERY, REFUSED);
            case REFUSED -> EnumSet.of(RETURNING);
            case RETURNING -> EnumSet.of(RETURNED);
            // A delivered order comes back by a completed return and by nothing else.
            case DELIVERED, RETURNED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
        };
        if (order.deliveryMode() == DeliveryMode.PICKUP && (status == CONFIRMED || status == READY)) {
            steps.add(DELIVERED);
        }
        return Collections.unmodifiableSet(steps);
    }

    /** Whether the goods are still in the store: until then address, items and all can change. */
    public static boolean beforeHandOver(OrderStatus status) {
        return status == PENDING || status == CONFIRMED || status == READY;
    }
}
