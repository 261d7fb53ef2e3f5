package iq.sendy.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of stock are wanted; all that is given must hold. */
public record ItemFilter(
        @Nullable String sku,
        @Nullable UUID product,
        @Nullable UUID warehouse) {

    public static final ItemFilter ANY = new ItemFilter(null, null, null);
}
