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
        Progress progress,
        Agreement agreement,
        Price price,
        Payment payment,
        Revision revision) {

    public OrderStatus status() {
        return progress.status();
    }

    public Customer customer() {
        return agreement.customer();
    }

    public DeliveryMode deliveryMode() {
        return agreement.deliveryMode();
    }

    public List<OrderLine> lines() {
        return price.lines();
    }

    /** Whether it has a line of which nobody has said yet what it costs. */
    public boolean priceToConfirm() {
        return lines().stream().anyMatch(OrderLine::priceToConfirm);
    }

    /** Whether somebody calls before it goes on its way: to hear that it is meant, or to agree on what it costs. */
    public boolean held() {
        return progress.hold() != null
                || (priceToConfirm() && agreement.source().ofCustomers());
    }

    public Money money() {
        return price.money();
    }

    public @Nullable String discountCode() {
        return price.discountCode();
    }

    /**
     * Where it is on its way, and what the confirmation desk has heard of it.
     *
     * @param hold why somebody has to call before it goes on its way; it stays when that is done
     */
    public record Progress(
            OrderStatus status,
            Confirmation confirmation,
            @Nullable HoldReason hold) {}

    /**
     * What was agreed beside the price.
     *
     * @param campaign the code of the share link that its buyer came by
     */
    public record Agreement(
            OrderSource source,
            Customer customer,
            FulfillmentType fulfillmentType,
            DeliveryMode deliveryMode,
            @Nullable UUID packageSizeId,
            @Nullable String externalRef,
            @Nullable String notes,
            @Nullable Long cashTendered,
            @Nullable String campaign) {

        /** What a command asks for. */
        public static Agreement of(PlaceOrder command) {
            var recipient = command.recipient();
            return new Agreement(
                    command.source(),
                    new Customer(
                            recipient.name(),
                            recipient.phone(),
                            recipient.address(),
                            recipient.provinceCode(),
                            recipient.areaId(),
                            recipient.place()),
                    command.delivery().fulfillmentType(),
                    command.delivery().mode(),
                    command.goods().packageSizeId(),
                    command.externalRef(),
                    command.notes(),
                    command.tender().cashTendered(),
                    command.campaign());
        }
    }

    /** What it costs and why: its lines, empty for an order by value, and how their sum came about. */
    public record Price(
            List<OrderLine> lines, Money money, @Nullable String discountCode, PriceTrace trace) {

        public Price {
            lines = List.copyOf(lines);
        }
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
            long total) {

        /** What the goods cost after discounts. */
        public long goods() {
            return subTotal - discountTotal;
        }
    }

    /**
     * The snapshot of the money's way.
     *
     * @param sale how it was paid at the counter; null of an order that was not
     */
    public record Payment(
            PaymentMethod method,
            PaymentStatus status,
            long amountDue,
            long amountCollected,
            @Nullable CounterSale sale) {

        /** Whether it was paid in cash at the counter, so that its refunds go through a drawer. */
        public boolean inDrawer() {
            return sale != null && method == PaymentMethod.CASH;
        }

        public Payment with(PaymentStatus next, long due, long collected) {
            return new Payment(method, next, due, collected, sale);
        }
    }

    /**
     * The sale at the counter that an order is.
     *
     * @param session null while it waits for its register's next one
     * @param saleId the register's own id
     * @param soldAt when it happened, if it was made without a network
     * @param change what went back in cash; null when it was not paid in cash
     * @param cashRounding what was paid beyond the total, or less, because cash is rounded
     * @param cashShortfall what was handed over too little for a sale that had happened
     * @param priceDiffers whether a price that was sent is another than the catalogue's
     */
    public record CounterSale(
            @Nullable UUID session,
            @Nullable UUID saleId,
            @Nullable Instant soldAt,
            @Nullable Long change,
            long cashRounding,
            long cashShortfall,
            boolean priceDiffers) {}
}
