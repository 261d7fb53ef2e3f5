package iq.sendy.checkout;

import iq.sendy.geography.Area;
import iq.sendy.geography.Province;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tracking of an order by whoever has its public id: where it is, and nothing that tells a stranger whose it is. Amounts are
 * in minor units.
 *
 * @param customerName the first letter of each word, {@code ز… ع…}
 * @param customerPhone its last three digits, {@code *******567}
 */
public record OrderTracking(
        String publicId,
        long number,
        OrderStatus status,
        List<TrackedStep> timeline,
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable Province province,
        @Nullable Area area,
        List<TrackedLine> items,
        OrderView.Money money,
        OrderView.Payment payment) {

    public OrderTracking {
        timeline = List.copyOf(timeline);
        items = List.copyOf(items);
    }

    /** When it came to a status. */
    public record TrackedStep(OrderStatus status, Instant occurredAt) {}

    /** What was ordered of one product. */
    public record TrackedLine(String name, long quantity, long lineTotal) {}
}
