package iq.sendy.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as it was agreed; amounts in minor units, {@code lineTotal} net of its part of the discounts.
 *
 * @param unitCost what a piece cost the shop when the line was taken, frozen with it; null where nobody knew. It is for
 *     figures between modules and never on the wire
 * @param shortQuantity pieces that were sold without a network and that the stock does not have
 * @param priceToConfirm whether its product has no price and nobody has named one, so that its 0 is none yet
 */
public record OrderLine(
        UUID id,
        UUID productId,
        String sku,
        String name,
        long quantity,
        long unitPrice,
        long discountAmount,
        long lineTotal,
        @Nullable Long unitCost,
        long shortQuantity,
        boolean priceToConfirm) {

    OrderLine shortBy(long pieces) {
        return new OrderLine(
                id,
                productId,
                sku,
                name,
                quantity,
                unitPrice,
                discountAmount,
                lineTotal,
                unitCost,
                pieces,
                priceToConfirm);
    }
}
