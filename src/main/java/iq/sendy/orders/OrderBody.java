package iq.sendy.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.audit.Actor;
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
        @Nullable BigDecimal change,
        @Nullable BigDecimal cashRounding,
        @Nullable BigDecimal cashShortfall,
        @Nullable UUID saleId,
        @Nullable Instant soldAt,
        boolean priceDiffers,
        boolean priceToConfirm,
        @Nullable String campaign,
        List<LineBody> items,
        List<DiscountBody> appliedDiscounts,
        ShippingBody shipping,
        PaymentBody payment,
        Confirmation confirmation,
        @Nullable HoldReason holdReason,
        Instant createdAt,
        Instant updatedAt) {

    /** A quote's line has no id yet. */
    public record LineBody(
            @Nullable UUID id,
            @Nullable UUID productId,
            @Nullable String sku,
            String name,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal discountAmount,
            BigDecimal lineTotal,
            long shortQuantity,
            boolean priceToConfirm) {

        public static LineBody of(OrderLine line, Currency currency) {
            return new LineBody(
                    line.id(),
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    currency.onWire(line.unitPrice()),
                    currency.onWire(line.discountAmount()),
                    currency.onWire(line.lineTotal()),
                    line.shortQuantity(),
                    line.priceToConfirm());
        }

        public static LineBody of(PricedBasket.PricedLine pricedLine, Currency currency) {
            return new LineBody(
                    null,
                    pricedLine.productId(),
                    pricedLine.sku(),
                    pricedLine.name(),
                    pricedLine.quantity(),
                    currency.onWire(pricedLine.unitPrice()),
                    currency.onWire(pricedLine.discountAmount()),
                    currency.onWire(pricedLine.lineTotal()),
                    0,
                    pricedLine.unpriced());
        }
    }

    public record DiscountBody(
            String kind,
            @Nullable UUID id,
            String name,
            @Nullable String code,
            BigDecimal amount) {

        public static DiscountBody of(PricedBasket.Applied applied, Currency currency) {
            return new DiscountBody(
                    applied.kind(), applied.id(), applied.name(), applied.code(), currency.onWire(applied.amount()));
        }
    }

    /** A discount that would have counted, and why it did not. */
    public record LostDiscountBody(String kind, @Nullable UUID id, String name, String reason) {

        public static LostDiscountBody of(PricedBasket.LostDiscount lostDiscount) {
            return new LostDiscountBody(
                    lostDiscount.kind(), lostDiscount.id(), lostDiscount.name(), lostDiscount.reason());
        }
    }

    public record ShippingBody(
            @Nullable UUID ruleId, @Nullable String ruleName, BigDecimal fee) {}

    /** A shipping rule that was looked at; the one that won has no reason. */
    public record ShippingOptionBody(
            UUID ruleId,
            String ruleName,
            BigDecimal fee,
            @Nullable String reason) {

        public static ShippingOptionBody of(PricedBasket.Considered considered, Currency currency) {
            return new ShippingOptionBody(
                    considered.ruleId(), considered.ruleName(), currency.onWire(considered.fee()), considered.reason());
        }
    }

    /** Why an order costs what it costs, as it was when the price was made. */
    public record TraceBody(
            List<DiscountBody> applied, List<LostDiscountBody> lost, List<ShippingOptionBody> considered) {

        static TraceBody of(PriceTrace trace, Currency currency) {
            return new TraceBody(
                    trace.applied().stream()
                            .map(each -> DiscountBody.of(each, currency))
                            .toList(),
                    trace.lost().stream().map(LostDiscountBody::of).toList(),
                    trace.shipping().considered().stream()
                            .map(each -> ShippingOptionBody.of(each, currency))
                            .toList());
        }
    }

    public record PaymentBody(
            PaymentMethod method, PaymentStatus status, BigDecimal amountDue, BigDecimal amountCollected) {}

    /** The answer to create tells also whether another order owns the reference, and whether the sale was sent before. */
    public record PlacedBody(
            @JsonUnwrapped OrderBody order,
            List<TimelineEntryBody> timeline,
            boolean duplicateExternalRef,
            boolean duplicateSale) {}

    /** One order alone, with everything that happened to it and why it costs what it does. */
    public record DetailBody(@JsonUnwrapped OrderBody order, List<TimelineEntryBody> timeline, TraceBody trace) {}

    public record TimelineEntryBody(
            String type,
            OrderStatus status,
            @Nullable ConfirmationOutcome outcome,
            @Nullable String note,
            TimelineActorBody actor,
            Instant occurredAt) {

        public record TimelineActorBody(
                String kind, @Nullable UUID id, @Nullable String name) {}

        static TimelineEntryBody of(TimelineEntry entry) {
            return new TimelineEntryBody(
                    entry.type().toString(),
                    entry.status(),
                    entry.outcome(),
                    entry.note(),
                    new TimelineActorBody(entry.actorKind(), entry.actorId(), entry.actorName()),
                    entry.occurredAt());
        }
    }

    public static DetailBody of(OrderDetails details) {
        var order = details.order();
        return new DetailBody(
                of(order),
                timeline(details),
                TraceBody.of(order.price().trace(), order.money().currency()));
    }

    /** The answer to placing an order. */
    public static PlacedBody of(PlaceOrder.Result.Placed placed, Actor actor) {
        var entry = TimelineEntry.first(placed.order(), actor);
        return new PlacedBody(
                of(placed.order()), List.of(TimelineEntryBody.of(entry)), placed.duplicateExternalRef(), false);
    }

    /** The answer to placing an order whose reference was used before: the first that has it. */
    public static PlacedBody repeated(OrderDetails first) {
        return new PlacedBody(of(first.order()), timeline(first), true, false);
    }

    /** The answer to a sale that was sent before: its order. */
    public static PlacedBody soldBefore(OrderDetails first) {
        return new PlacedBody(of(first.order()), timeline(first), false, true);
    }

    private static List<TimelineEntryBody> timeline(OrderDetails details) {
        return details.timeline().stream().map(TimelineEntryBody::of).toList();
    }

    public static OrderBody of(OrderView order) {
        var money = order.money();
        var currency = money.currency();
        var customer = order.customer();
        var place = customer.place();
        var phone = customer.phone();
        var tendered = order.agreement().cashTendered();
        var shipping = order.price().trace().shipping();
        var sale = order.payment().sale();
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
                currency.onWireOrNull(tendered),
                sale == null ? null : sale.session(),
                currency.onWireOrNull(sale == null ? null : sale.change()),
                sale == null ? null : currency.onWire(sale.cashRounding()),
                sale == null ? null : currency.onWire(sale.cashShortfall()),
                sale == null ? null : sale.saleId(),
                sale == null ? null : sale.soldAt(),
                sale != null && sale.priceDiffers(),
                order.priceToConfirm(),
                order.agreement().campaign(),
                order.lines().stream().map(line -> LineBody.of(line, currency)).toList(),
                order.price().trace().applied().stream()
                        .map(each -> DiscountBody.of(each, currency))
                        .toList(),
                new ShippingBody(shipping.ruleId(), shipping.ruleName(), currency.onWire(money.deliveryFee())),
                new PaymentBody(
                        order.payment().method(),
                        order.payment().status(),
                        currency.onWire(order.payment().amountDue()),
                        currency.onWire(order.payment().amountCollected())),
                order.progress().confirmation(),
                order.progress().hold(),
                order.revision().createdAt(),
                order.revision().updatedAt());
    }
}
