package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it is stored. Amounts are in minor units of its currency. */
public record OrderView(
        UUID id,
        String publicId,
        long number,
        OrderStatus status,
        OrderSource source,
        Customer customer,
        FulfillmentType fulfillmentType,
        DeliveryMode deliveryMode,
        Money money,
        Payment payment,
        List<OrderLine> lines,
        PriceTrace trace,
        @Nullable String discountCode,
        @Nullable String externalRef,
        @Nullable String notes,
        @Nullable UUID packageSizeId,
        @Nullable Long cashTendered,
        long sequence,
        Instant createdAt,
        Instant updatedAt) {

    public OrderView {
        lines = List.copyOf(lines);
    }

    /** Who ordered and where it goes; a sale at the counter may leave all of it out. */
    public record Customer(
            @Nullable String name,
            @Nullable Phone phone,
            @Nullable String address,
            @Nullable String provinceCode,
            @Nullable UUID areaId,
            @Nullable GeoPoint place) {}

    /** What it costs: {@code total} is {@code subTotal} less {@code discountTotal} plus {@code deliveryFee}. */
    public record Money(
            Currency currency,
            long subTotal,
            long discountTotal,
            long deliveryFee,
            boolean deliveryFeeGiven,
            long total) {}

    /** The snapshot of the money's way. */
    public record Payment(PaymentMethod method, PaymentStatus status, long amountDue, long amountCollected) {}
}
