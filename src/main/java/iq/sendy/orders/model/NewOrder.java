package iq.sendy.orders.model;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Digits;
import iq.sendy.orders.Confirmation;
import iq.sendy.orders.HoldReason;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.PriceTrace;
import iq.sendy.orders.Revision;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.pricing.PricedBasket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that is priced and about to be stored.
 *
 * @param sale the sale at the counter that it is: then it is delivered and paid when it is born
 * @param hold why somebody has to call before it goes on its way
 */
public record NewOrder(
        UUID id,
        String publicId,
        PlaceOrder command,
        List<OrderLine> lines,
        PricedBasket priced,
        OrderView.@Nullable CounterSale sale,
        @Nullable HoldReason hold) {

    public NewOrder {
        lines = List.copyOf(lines);
    }

    /** An order that is yet to be delivered. */
    public NewOrder(UUID id, String publicId, PlaceOrder command, List<OrderLine> lines, PricedBasket priced) {
        this(id, publicId, command, lines, priced, null, null);
    }

    /** The same with lines that know what they lack. */
    public NewOrder with(List<OrderLine> known) {
        return new NewOrder(id, publicId, command, known, priced, sale, hold);
    }

    /** The status that it is born with. */
    public OrderStatus status() {
        return sale == null ? OrderStatus.PENDING : OrderStatus.DELIVERED;
    }

    /** The number of the last event that tells of its birth: a sale is delivered, too. */
    public long sequence() {
        return sale == null ? 1 : 2;
    }

    /** Whether it is a sale that has happened, which nothing refuses any more. */
    public boolean happened() {
        return command.checkout().said().happened();
    }

    public OrderView.Payment payment() {
        var due = new OrderView.Payment(command.tender().method(), PaymentStatus.DUE, priced.total(), 0, sale);
        return sale == null ? due : Payments.after(OrderStatus.DELIVERED, due, priced.total());
    }

    /**
     * What an order says, as it was parsed and normalised: two orders with one reference and equal fingerprints are the
     * same order sent twice.
     */
    public static Bytes fingerprint(PlaceOrder command) {
        var recipient = command.recipient();
        var place = recipient.place();
        var goods = command.goods();
        var delivery = command.delivery();
        // Fingerprints are stored: neither their order nor how an item is spelled may ever change.
        var content = Stream.of(
                        recipient.name(),
                        recipient.phone() == null ? null : recipient.phone().value(),
                        recipient.address() == null ? null : Digits.toAscii(recipient.address()),
                        recipient.provinceCode(),
                        recipient.areaId(),
                        place == null ? null : place.lat().stripTrailingZeros().toPlainString(),
                        place == null ? null : place.lng().stripTrailingZeros().toPlainString(),
                        goods.items(),
                        goods.orderValue(),
                        delivery.fee(),
                        goods.discountCode(),
                        delivery.fulfillmentType(),
                        delivery.mode(),
                        command.tender().method(),
                        command.notes(),
                        goods.packageSizeId(),
                        command.tender().cashTendered())
                .map(part -> Objects.toString(part, "\u0000"))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return Bytes.of(Digests.sha256(content));
    }

    /** The order as a read would show it once it is stored under a number, without the trip of one. */
    public OrderView placed(long number, Instant now) {
        return new OrderView(
                id,
                publicId,
                number,
                new OrderView.Progress(status(), Confirmation.NONE, hold),
                OrderView.Agreement.of(command),
                new OrderView.Price(
                        lines,
                        new OrderView.Money(
                                command.currency(),
                                priced.subTotal(),
                                priced.discountTotal(),
                                priced.deliveryFee(),
                                command.delivery().fee() != null,
                                priced.total()),
                        command.goods().discountCode(),
                        PriceTrace.of(priced)),
                payment(),
                new Revision(sequence(), now, now));
    }
}
