package iq.sendy.checkout.web;

import iq.sendy.checkout.OrderTracking;
import iq.sendy.geography.PlaceNames;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.platform.api.SchemaOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tracking on the wire: contract section 15. */
record TrackingBody(
        String publicId,
        long number,
        OrderStatus status,
        List<StepBody> timeline,
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable String province,
        @Nullable String area,
        @SchemaOf(Currency.class) String currency,
        List<TrackedItemBody> items,
        boolean priceToConfirm,
        PlacedShopOrder.OrderTotals totals,
        TrackedPayment payment) {

    record StepBody(OrderStatus status, Instant occurredAt) {}

    record TrackedItemBody(String name, long quantity, BigDecimal lineTotal) {}

    record TrackedPayment(PaymentStatus status, BigDecimal amountDue) {}

    /** Places are named in the store's language. */
    static TrackingBody of(OrderTracking tracking, String language) {
        var currency = tracking.money().currency();
        var province = tracking.province();
        var area = tracking.area();
        return new TrackingBody(
                tracking.publicId(),
                tracking.number(),
                tracking.status(),
                tracking.timeline().stream()
                        .map(step -> new StepBody(step.status(), step.occurredAt()))
                        .toList(),
                tracking.customerName(),
                tracking.customerPhone(),
                province == null ? null : name(province.names(), language),
                area == null ? null : name(area.names(), language),
                currency.name(),
                tracking.items().stream()
                        .map(line ->
                                new TrackedItemBody(line.name(), line.quantity(), currency.onWire(line.lineTotal())))
                        .toList(),
                tracking.priceToConfirm(),
                PlacedShopOrder.OrderTotals.of(tracking.money()),
                new TrackedPayment(
                        tracking.payment().status(),
                        currency.onWire(tracking.payment().amountDue())));
    }

    private static String name(PlaceNames names, String language) {
        return switch (language) {
            case "en" -> names.english();
            case "ckb" -> names.kurdish();
            default -> names.arabic();
        };
    }
}
