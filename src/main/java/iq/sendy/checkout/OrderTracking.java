package iq.sendy.checkout;

import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tracking of an order by whoever has its public id: where it is, and nothing that tells a stranger whose it is. Amounts are
 * in minor units.
 *
 * @param customerName the first letter of each word, {@code ز… ع…}
 * @param customerPhone its last three digits, {@code *******567}
 * @param priceToConfirm whether it has a line of which nobody has said yet what it costs
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
        boolean priceToConfirm,
        OrderView.Money money,
        OrderView.Payment payment) {

    public OrderTracking {
        timeline = List.copyOf(timeline);
        items = List.copyOf(items);
    }

    static OrderTracking of(OrderDetails details, Geography geography) {
        var order = details.order();
        var customer = order.customer();
        var name = customer.name();
        var phone = customer.phone();
        var code = customer.provinceCode();
        var areaId = customer.areaId();
        return new OrderTracking(
                order.publicId(),
                order.number(),
                order.status(),
                details.timeline().stream()
                        .filter(entry ->
                                entry.type() == TimelineEntry.Type.CREATED || entry.type() == TimelineEntry.Type.STATUS)
                        .map(entry -> new TrackedStep(entry.status(), entry.occurredAt()))
                        .toList(),
                name == null ? null : CustomerMask.name(name),
                phone == null ? null : CustomerMask.phone(phone),
                code == null ? null : geography.province(code).orElse(null),
                areaId == null ? null : geography.area(areaId).orElse(null),
                order.lines().stream()
                        .map(line ->
                                new TrackedLine(line.name(), line.quantity(), line.lineTotal(), line.priceToConfirm()))
                        .toList(),
                order.priceToConfirm(),
                order.money(),
                order.payment());
    }

    /** When it came to a status. */
    public record TrackedStep(OrderStatus status, Instant occurredAt) {}

    /** What was ordered of one product. */
    public record TrackedLine(String name, long quantity, long lineTotal, boolean priceToConfirm) {}
}
