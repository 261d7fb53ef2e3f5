package iq.sendy.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Category: a place in the tree that sorts products. */
public record CategoryView(
        UUID id, String name, @Nullable UUID parentCategoryId, long sortOrder, Instant createdAt, Instant updatedAt) {}
