package iq.sendy.orders.model;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Digits;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.stores.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order worked out and about to be stored; amounts in minor units. */
public record NewOrder(UUID id, String publicId, PlaceOrder command, long deliveryFee, long total) {

    /** Prices an order by its value: as one line without product, with the fee that was given or the store's own. */
    public static NewOrder of(UUID id, String publicId, PlaceOrder command, StoreSettings settings) {
        var given = command.deliveryFee();
        var fee = command.deliveryMode() == DeliveryMode.PICKUP ? 0 : settings.defaultDeliveryFee();
        var deliveryFee = given == null ? fee : given;
        return new NewOrder(
                id, publicId, command, deliveryFee, Math.addExact(command.orderValue(), deliveryFee));
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
                        c.place() == null ? null : c.place().lat().stripTrailingZeros().toPlainString(),
                        c.place() == null ? null : c.place().lng().stripTrailingZeros().toPlainString(),
                        c.orderValue(),
                        c.deliveryFee(),
                        c.fulfillmentType(),
                        c.deliveryMode(),
                        c.paymentMethod(),
                        c.notes(),
                        c.cashTendered())
                .map(part -> Objects.toString(part, "\u0000"))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            return Bytes.of(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks SHA-256", missing);
        }
    }
}
