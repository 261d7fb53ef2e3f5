package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline as it is shown.
 *
 * @param status where the order came to by it; null where it stayed
 * @param word the key of what happened
 * @param by who did it, in words or by name
 */
record OrderStep(
        TimelineEntry entry,
        String icon,
        @Nullable OrderStatus status,
        String word,
        @Nullable String by) {

    static OrderStep of(TimelineEntry entry, @Nullable String by) {
        return switch (entry.type()) {
            case CREATED -> new OrderStep(entry, "orders", entry.status(), "order.step.created", by);
            case STATUS ->
                new OrderStep(
                        entry,
                        OrderLook.of(entry.status()).icon(),
                        entry.status(),
                        OrderLook.of(entry.status()).word(),
                        by);
            case ADDRESS -> new OrderStep(entry, "place", null, "order.step.address", by);
            case ITEMS -> new OrderStep(entry, "edit", null, "order.step.items", by);
            case RETURN -> new OrderStep(entry, "coming", null, "order.step.return", by);
            case CONFIRMATION -> new OrderStep(entry, "phone", null, heard(entry), by);
        };
    }

    private static String heard(TimelineEntry entry) {
        return entry.outcome() == null ? "order.step.call" : "call.outcome." + entry.outcome();
    }
}
