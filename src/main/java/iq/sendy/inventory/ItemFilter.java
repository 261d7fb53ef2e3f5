package iq.sendy.inventory;

import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filter of stock rows; all that is given must hold. */
public record ItemFilter(
        @Text(Text.REFERENCE) @Nullable String sku,
        @ReferenceTo("product") @Nullable UUID productId,
        @ReferenceTo("warehouse") @Nullable UUID warehouseId) {

    public static final ItemFilter ANY = new ItemFilter(null, null, null);
}
