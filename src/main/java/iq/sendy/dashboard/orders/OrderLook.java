package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;

/**
 * How the state of an order looks: a word with an icon, and a colour that says nothing alone.
 *
 * @param word its key
 */
public record OrderLook(String tone, String icon, String word) {

    /** As it is wherever orders are shown. */
    public static OrderLook of(OrderStatus status) {
        var word = "order.status." + status;
        return switch (status) {
            case PENDING -> new OrderLook("warning", "clock", word);
            case CONFIRMED -> new OrderLook("info", "check", word);
            case READY -> new OrderLook("info", "box", word);
            case IN_TRANSIT, OUT_FOR_DELIVERY -> new OrderLook("info", "shipping", word);
            case DELIVERED -> new OrderLook("good", "good", word);
            case POSTPONED -> new OrderLook("warning", "calendar", word);
            case REFUSED -> new OrderLook("bad", "bad", word);
            case RETURNING -> new OrderLook("warning", "coming", word);
            case RETURNED -> new OrderLook("", "coming", word);
            case CANCELLED -> new OrderLook("", "cancelled", word);
        };
    }

    /** The key of the button that moves an order there: it names the new state. */
    public static String move(OrderStatus to) {
        return "order.move." + to;
    }

    /** The key of the door that it came by. */
    public static String source(OrderSource source) {
        return "order.source." + source;
    }
}
