package iq.sendy.catalog;

import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What a category shall be; a field left out keeps its value. */
public record SaveCategory(Patch<String> name, Patch<UUID> parentCategoryId, Patch<Long> sortOrder) {

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
}
