package iq.sendy.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.pricing.PricedBasket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order on the wire, in answers and in events alike: contract sections 3 and 15. */
public record OrderBody(
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
        @SchemaOf(Currency.class) String currency,
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

    /** A quote's line has no id yet. */
    public record Line(
            @Nullable UUID id,
            @Nullable UUID productId,
            @Nullable String sku,
            String name,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal discountAmount,
            BigDecimal lineTotal) {

        public static Line of(OrderLine line, Currency currency) {
            return new Line(
                    line.id(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    currency.onWire(line.unitPrice()),
                    currency.onWire(line.discountAmount()),
                    currency.onWire(line.lineTotal()));
        }

        public static Line of(PricedBasket.Line line, Currency currency) {
            return new Line(
                    null,
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    currency.onWire(line.unitPrice()),
                    currency.onWire(line.discountAmount()),
                    currency.onWire(line.lineTotal()));
        }
    }

    public record Discount(
            String kind, UUID id, String name, @Nullable String code, BigDecimal amount) {

        public static Discount of(PricedBasket.Applied applied, Currency currency) {
            return new Discount(
                    applied.kind(), applied.id(), applied.name(), applied.code(), currency.onWire(applied.amount()));
        }
    }

    /** A discount that would have counted, and why it did not. */
    public record Lost(String kind, @Nullable UUID id, String name, String reason) {

        public static Lost of(PricedBasket.Lost lost) {
            return new Lost(lost.kind(), lost.id(), lost.name(), lost.reason());
        }
    }

    public record Shipping(@Nullable UUID ruleId, @Nullable String ruleName, BigDecimal fee) {}

    /** A shipping rule that was looked at; the one that won has no reason. */
    public record Considered(
            UUID ruleId,
            String ruleName,
            BigDecimal fee,
            @Nullable String reason) {

        public static Considered of(PricedBasket.Considered considered, Currency currency) {
            return new Considered(
                    considered.ruleId(), considered.ruleName(), currency.onWire(considered.fee()), considered.reason());
        }
    }

    /** Why an order costs what it costs, as it was when the price was made. */
    public record Trace(List<Discount> applied, List<Lost> lost, List<Considered> considered) {

        static Trace of(PriceTrace trace, Currency currency) {
            return new Trace(
                    trace.applied().stream()
                            .map(each -> Discount.of(each, currency))
                            .toList(),
                    trace.lost().stream().map(Lost::of).toList(),
                    trace.shipping().considered().stream()
                            .map(each -> Considered.of(each, currency))
                            .toList());
        }
    }

    public record Payment(
            PaymentMethod method, PaymentStatus status, BigDecimal amountDue, BigDecimal amountCollected) {}

    /** The answer to create tells also whether another order owns the reference. */
    public record Created(@JsonUnwrapped OrderBody order, List<Entry> timeline, boolean duplicateExternalRef) {}

    /** One order alone, with everything that happened to it and why it costs what it does. */
    public record Detailed(@JsonUnwrapped OrderBody order, List<Entry> timeline, Trace trace) {}

    public record Entry(
            String type, OrderStatus status, @Nullable String note, Actor actor, Instant occurredAt) {

        public record Actor(
                String kind, @Nullable UUID id, @Nullable String name) {}

        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.type().toString(),
                    entry.status(),
                    entry.note(),
                    new Actor(entry.actorKind(), entry.actorId(), entry.actorName()),
                    entry.occurredAt());
        }
    }

    public static Detailed of(OrderDetails details) {
        var order = details.order();
        return new Detailed(
                of(order),
                details.timeline().stream().map(Entry::of).toList(),
                Trace.of(order.price().trace(), order.money().currency()));
    }

    public static Created created(OrderView order, List<TimelineEntry> timeline, boolean duplicateExternalRef) {
        return new Created(of(order), timeline.stream().map(Entry::of).toList(), duplicateExternalRef);
    }

    public static OrderBody of(OrderView order) {
        var money = order.money();
        var currency = money.currency();
        var customer = order.customer();
        var place = customer.place();
        var phone = customer.phone();
        var tendered = order.agreement().cashTendered();
        var shipping = order.price().trace().shipping();
        return new OrderBody(
                order.id(),
                order.publicId(),
                order.number(),
                order.status(),
                order.agreement().source(),
                customer.name(),
                phone == null ? null : phone.value(),
                customer.address(),
                customer.provinceCode(),
                customer.areaId(),
                place == null ? null : place.lat(),
                place == null ? null : place.lng(),
                order.agreement().fulfillmentType(),
                order.deliveryMode(),
                order.payment().method(),
                currency.name(),
                currency.onWire(money.subTotal()),
                currency.onWire(money.subTotal()),
                currency.onWire(money.discountTotal()),
                currency.onWire(money.deliveryFee()),
                currency.onWire(money.total()),
                order.agreement().externalRef(),
                order.discountCode(),
                order.agreement().notes(),
                order.agreement().packageSizeId(),
                tendered == null ? null : currency.onWire(tendered),
                null,
                order.lines().stream().map(line -> Line.of(line, currency)).toList(),
                order.price().trace().applied().stream()
                        .map(each -> Discount.of(each, currency))
                        .toList(),
                new Shipping(shipping.ruleId(), shipping.ruleName(), currency.onWire(money.deliveryFee())),
                new Payment(
                        order.payment().method(),
                        order.payment().status(),
                        currency.onWire(order.payment().amountDue()),
                        currency.onWire(order.payment().amountCollected())),
                order.revision().createdAt(),
                order.revision().updatedAt());
    }
}
