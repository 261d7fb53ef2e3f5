package iq.sendy.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts of orders by what became of them, whatever else became of them later: an order that came back was delivered too.
 *
 * @param confirmed left {@code Pending} by another way than {@code Cancelled}
 * @param handedOver {@code InTransit} or later
 * @param returned orders whose last piece came back from their customer
 */
public record SalesCounts(
        long orders, long confirmed, long handedOver, long delivered, long refused, long returned, long cancelled) {

    static final SalesCounts NONE = new SalesCounts(0, 0, 0, 0, 0, 0, 0);

    /** How many of ten thousand that were handed over were delivered; null when nothing was handed over. */
    public @Nullable Long deliveryRate() {
        return handedOver <= 0
                ? null
                : BigDecimal.valueOf(delivered)
                        .movePointRight(4)
                        .divide(BigDecimal.valueOf(handedOver), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    SalesCounts plus(SalesCounts more) {
        return new SalesCounts(
                orders + more.orders,
                confirmed + more.confirmed,
                handedOver + more.handedOver,
                delivered + more.delivered,
                refused + more.refused,
                returned + more.returned,
                cancelled + more.cancelled);
    }

    SalesCounts negated() {
        return new SalesCounts(-orders, -confirmed, -handedOver, -delivered, -refused, -returned, -cancelled);
    }
}
