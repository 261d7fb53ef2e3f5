package iq.sendy.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the tree of categories. */
public record CategoryView(
        UUID id, String name, @Nullable UUID parentCategoryId, long sortOrder, Instant createdAt, Instant updatedAt) {}
