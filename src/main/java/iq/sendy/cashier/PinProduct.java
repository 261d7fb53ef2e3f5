package iq.sendy.cashier;

import iq.sendy.catalog.Offer;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pin a product to the counter. One that is pinned already moves to the place that is named now.
 *
 * @param sortOrder null for behind all others
 */
public record PinProduct(UUID productId, @Nullable Long sortOrder) {

    /** All that can come of it. */
    public sealed interface Result {

        record Pinned(PinnedProduct pin, Offer offer) implements Result {}

        /** Unknown, another store's, or archived. */
        @RefusedWith(code = "product.unknown", field = "storeProductId")
        record NoSuchProduct() implements Result, Refusal {}

        @RefusedWith(code = "pin.limit")
        record LimitReached() implements Result, Refusal {}
    }
}
