package iq.sendy.orders.model;

import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView.Payment;
import iq.sendy.orders.PaymentStatus;

/** What a step of the order does to its money. */
public final class Payments {

    private Payments() {}

    /** The payment after the order has come to a status; amounts in minor units. */
    public static Payment after(OrderStatus status, Payment before, long total) {
        return switch (status) {
            case DELIVERED -> before.with(PaymentStatus.COLLECTED, 0, total);
            case CANCELLED, REFUSED -> before.with(PaymentStatus.VOID, 0, before.amountCollected());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, RETURNING -> before;
            // What was refused is void and stays so.
            case RETURNED ->
                before.status() == PaymentStatus.VOID
                        ? before
                        : before.with(PaymentStatus.REFUNDED, 0, before.amountCollected());
        };
    }
}
