package iq.sendy.orders.model;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Digits;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.PriceTrace;
import iq.sendy.pricing.PricedBasket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order worked out and about to be stored. */
public record NewOrder(UUID id, String publicId, PlaceOrder command, List<OrderLine> lines, PricedBasket priced) {

    public NewOrder {
        lines = List.copyOf(lines);
    }

    /**
     * What an order says, as it was parsed and normalised: two orders with one reference and equal fingerprints are the
     * same order sent twice.
     */
    public static Bytes fingerprint(PlaceOrder c) {
        var content = Stream.of(
                        c.customerName(),
                        c.customerPhone().value(),
                        Digits.toAscii(c.customerAddress()),
                        c.provinceCode(),
                        c.areaId(),
                        c.place() == null
                                ? null
                                : c.place().lat().stripTrailingZeros().toPlainString(),
                        c.place() == null
                                ? null
                                : c.place().lng().stripTrailingZeros().toPlainString(),
                        c.items(),
                        c.orderValue(),
                        c.deliveryFee(),
                        c.discountCode(),
                        c.fulfillmentType(),
                        c.deliveryMode(),
                        c.paymentMethod(),
                        c.notes(),
                        c.packageSizeId(),
                        c.cashTendered())
                .map(part -> Objects.toString(part, "\u0000"))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks SHA-256", missing);
        }
    }

    /** The order as a read would show it once it is stored under a number, without the trip of one. */
    public OrderView placed(long number, Instant now) {
        var c = command;
        return new OrderView(
                id,
                publicId,
                number,
                OrderStatus.PENDING,
                c.source(),
                new OrderView.Customer(
                        c.customerName(),
                        c.customerPhone(),
                        c.customerAddress(),
                        c.provinceCode(),
                        c.areaId(),
                        c.place()),
                c.fulfillmentType(),
                c.deliveryMode(),
                new OrderView.Money(
                        c.currency(),
                        priced.subTotal(),
                        priced.discountTotal(),
                        priced.deliveryFee(),
                        c.deliveryFee() != null,
                        priced.total()),
                new OrderView.Payment(c.paymentMethod(), PaymentStatus.DUE, priced.total(), 0),
                lines,
                PriceTrace.of(priced),
                c.discountCode(),
                c.externalRef(),
                c.notes(),
                c.packageSizeId(),
                c.cashTendered(),
                1,
                now,
                now);
    }
}
