package iq.sendy.buyers.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.orders.TimelineEntry;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.storefront.OpenStorefront;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it: what tracking shows a stranger, and what is theirs unmasked.
 *
 * @param province its name in the shop's language, as is the area's
 */
record BuyerOrderBody(
        String publicId,
        long number,
        OrderStatus status,
        @Nullable String customerName,
        @Nullable String customerPhone,
        @Nullable String customerAddress,
        @Nullable String province,
        @Nullable String area,
        @Nullable String notes,
        @SchemaOf(Currency.class) String currency,
        List<BuyerOrderLine> items,
        boolean priceToConfirm,
        BuyerOrderTotals totals,
        @Nullable String discountCode,
        BuyerOrderPayment payment,
        Instant createdAt) {

    record BuyerOrderLine(
            String sku,
            String name,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal discountAmount,
            BigDecimal lineTotal,
            boolean priceToConfirm) {

        static BuyerOrderLine of(OrderLine line, Currency currency) {
            return new BuyerOrderLine(
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    currency.onWire(line.unitPrice()),
                    currency.onWire(line.discountAmount()),
                    currency.onWire(line.lineTotal()),
                    line.priceToConfirm());
        }
    }

    record BuyerOrderTotals(BigDecimal subTotal, BigDecimal discountTotal, BigDecimal deliveryFee, BigDecimal total) {}

    record BuyerOrderPayment(PaymentMethod method, PaymentStatus status, BigDecimal amountDue) {}

    /** When it came to a status. */
    record BuyerOrderStep(OrderStatus status, Instant occurredAt) {}

    /** One order alone, with its way so far. */
    record BuyerOrderDetailBody(@JsonUnwrapped BuyerOrderBody order, List<BuyerOrderStep> timeline) {

        static BuyerOrderDetailBody of(OrderDetails details, OpenStorefront shop, Geography geography) {
            return new BuyerOrderDetailBody(
                    BuyerOrderBody.of(details.order(), shop, geography),
                    details.timeline().stream()
                            .filter(entry -> entry.type() == TimelineEntry.Type.CREATED
                                    || entry.type() == TimelineEntry.Type.STATUS)
                            .map(entry -> new BuyerOrderStep(entry.status(), entry.occurredAt()))
                            .toList());
        }
    }

    static BuyerOrderBody of(OrderView order, OpenStorefront shop, Geography geography) {
        var customer = order.customer();
        var money = order.money();
        var currency = money.currency();
        var language = shop.settings().language();
        var phone = customer.phone();
        var province = customer.provinceCode();
        var area = customer.areaId();
        return new BuyerOrderBody(
                order.publicId(),
                order.number(),
                order.status(),
                customer.name(),
                phone == null ? null : phone.value(),
                customer.address(),
                province == null
                        ? null
                        : geography
                                .province(province)
                                .map(found -> found.names().in(language))
                                .orElse(null),
                area == null
                        ? null
                        : geography
                                .area(area)
                                .map(found -> found.names().in(language))
                                .orElse(null),
                order.agreement().notes(),
                currency.toString(),
                order.lines().stream()
                        .map(line -> BuyerOrderLine.of(line, currency))
                        .toList(),
                order.priceToConfirm(),
                new BuyerOrderTotals(
                        currency.onWire(money.subTotal()),
                        currency.onWire(money.discountTotal()),
                        currency.onWire(money.deliveryFee()),
                        currency.onWire(money.total())),
                order.discountCode(),
                new BuyerOrderPayment(
                        order.payment().method(),
                        order.payment().status(),
                        currency.onWire(order.payment().amountDue())),
                order.revision().createdAt());
    }
}
