package iq.sendy.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plan of one upsert: a product before and after, or why not. */
record UpsertPlan(@Nullable ProductView before, @Nullable ProductView after, SaveProduct.@Nullable Result refused) {

    static UpsertPlan refused(SaveProduct.Result why) {
        return new UpsertPlan(null, null, why);
    }

    /** What would come of it, if it were carried out now. */
    SaveProduct.Result planned() {
        return after == null
                ? Objects.requireNonNull(refused)
                : new SaveProduct.Result.Saved(new StockedProduct(after, null), fresh());
    }

    boolean fresh() {
        return after != null && before == null;
    }

    /** The product as it shall be; there is one unless it is refused. */
    ProductView product() {
        return Objects.requireNonNull(after);
    }

    /** How many pieces there are of it, or null while nobody counts; a new one has its first quantity. */
    @Nullable
    Long available(Map<UUID, Long> ofOthers) {
        var product = product();
        if (!product.tracked()) {
            return null;
        }
        if (fresh()) {
            return Objects.requireNonNullElse(product.initialQuantity(), 0L);
        }
        return ofOthers.getOrDefault(product.id(), 0L);
    }

    boolean changes() {
        return before != null && after != null && !after.equals(before);
    }
}
