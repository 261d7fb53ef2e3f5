package iq.sendy.orders.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.orders.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order on the wire: contract sections 3 and 15. */
record OrderBody(
        UUID id,
        String publicId,
        long number,
        OrderStatus status,
        OrderSource source,
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable String customerAddress,
        @Nullable String addressProvinceCode,
        @Nullable UUID addressAreaId,
        @Nullable BigDecimal deliveryLat,
        @Nullable BigDecimal deliveryLng,
        FulfillmentType fulfillmentType,
        DeliveryMode deliveryMode,
        PaymentMethod paymentMethod,
        String currency,
        BigDecimal orderValue,
        BigDecimal subTotal,
        BigDecimal discountTotal,
        BigDecimal deliveryFee,
        BigDecimal total,
        @Nullable String externalRef,
        @Nullable String discountCode,
        @Nullable String notes,
        @Nullable UUID packageSizeId,
        @Nullable BigDecimal cashTendered,
        @Nullable UUID cashierSessionId,
        List<Line> items,
        List<Discount> appliedDiscounts,
        Shipping shipping,
        Payment payment,
        Instant createdAt,
        Instant updatedAt) {

    record Line(
            UUID id,
            @Nullable UUID productId,
            @Nullable String sku,
            String name,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal discountAmount,
            BigDecimal lineTotal) {}

    record Discount(String kind, @Nullable UUID id, String name, @Nullable String code, BigDecimal amount) {}

    record Shipping(@Nullable UUID ruleId, @Nullable String ruleName, BigDecimal fee) {}

    record Payment(PaymentMethod method, PaymentStatus status, BigDecimal amountDue, BigDecimal amountCollected) {}

    /** The answer to create tells also whether another order owns the reference. */
    record Created(@JsonUnwrapped OrderBody order, boolean duplicateExternalRef) {}

    /** One order alone, with everything that happened to it. */
    record Detailed(@JsonUnwrapped OrderBody order, List<Entry> timeline) {}

    record Entry(String type, OrderStatus status, @Nullable String note, Actor actor, Instant occurredAt) {

        record Actor(String kind, @Nullable UUID id, @Nullable String name) {}

        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.type(),
                    entry.status(),
                    entry.note(),
                    new Actor(entry.actorKind(), entry.actorId(), entry.actorName()),
                    entry.occurredAt());
        }
    }

    static Detailed of(OrderDetails details) {
        return new Detailed(
                of(details.order()), details.timeline().stream().map(Entry::of).toList());
    }

    static OrderBody of(OrderView order) {
        var money = order.money();
        var currency = money.currency();
        var customer = order.customer();
        var place = customer.place();
        var phone = customer.phone();
        var tendered = order.cashTendered();
        return new OrderBody(
                order.id(),
                order.publicId(),
                order.number(),
                order.status(),
                order.source(),
                customer.name(),
                phone == null ? null : phone.value(),
                customer.address(),
                customer.provinceCode(),
                customer.areaId(),
                place == null ? null : place.lat(),
                place == null ? null : place.lng(),
                order.fulfillmentType(),
                order.deliveryMode(),
                order.payment().method(),
                currency.name(),
                currency.onWire(money.subTotal()),
                currency.onWire(money.subTotal()),
                currency.onWire(money.discountTotal()),
                currency.onWire(money.deliveryFee()),
                currency.onWire(money.total()),
                order.externalRef(),
                null,
                order.notes(),
                null,
                tendered == null ? null : currency.onWire(tendered),
                null,
                List.of(),
                List.of(),
                new Shipping(null, null, currency.onWire(money.deliveryFee())),
                new Payment(
                        order.payment().method(),
                        order.payment().status(),
                        currency.onWire(order.payment().amountDue()),
                        currency.onWire(order.payment().amountCollected())),
                order.createdAt(),
                order.updatedAt());
    }
}
