package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Add or change a category; a field left out keeps its value. */
public record SaveCategory(Patch<String> name, Patch<UUID> parentCategoryId, Patch<Long> sortOrder) {

    /** What can come of it. */
    public sealed interface Result {

        record Saved(CategoryView category) implements Result {}

        record NoSuchCategory() implements Result {}

        @RefusedWith(code = "category.unknown", field = "parentCategoryId")
        record NoSuchParent() implements Result, Refusal {}

        /** It would stand below itself. */
        @RefusedWith(code = "category.cycle", field = "parentCategoryId")
        record Cycle() implements Result, Refusal {}
    }

    CategoryView fresh(UUID id, Instant now) {
        return new CategoryView(
                id, Objects.requireNonNull(name.value()), parentCategoryId.value(), sortOrder.over(0L, 0L), now, now);
    }

    CategoryView over(CategoryView before, Instant now) {
        return new CategoryView(
                before.id(),
                name.over(before.name(), before.name()),
                parentCategoryId.over(before.parentCategoryId()),
                sortOrder.over(before.sortOrder(), 0L),
                before.createdAt(),
                now);
    }

    /** Whether all that it says is so already. */
    boolean changesNothingOf(CategoryView category) {
        return over(category, category.updatedAt()).equals(category);
    }
}
