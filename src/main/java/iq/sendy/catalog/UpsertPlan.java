package iq.sendy.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plan of one upsert. What one command comes to: a product before and after, or why not. */
record UpsertPlan(
        @Nullable ProductView before,
        @Nullable ProductView after,
        @Nullable SaveProductResult refused) {

    static UpsertPlan refused(SaveProductResult why) {
        return new UpsertPlan(null, null, why);
    }

    /** What would come of it, if it were carried out now. */
    SaveProductResult foreseen() {
        return after == null
                ? Objects.requireNonNull(refused)
                : new SaveProductResult.Saved(new StockedProduct(after, null), fresh());
    }

    boolean fresh() {
        return after != null && before == null;
    }

    /** New, or back from the archive. */
    boolean listsOneMore() {
        return after != null && (before == null || (before.archived() && !after.archived()));
    }

    boolean changes() {
        return before != null && after != null && !after.equals(before);
    }
}
