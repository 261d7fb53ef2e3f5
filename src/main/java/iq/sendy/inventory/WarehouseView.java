package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Warehouse: a place where pieces are. */
public record WarehouseView(
        UUID id, String name, @Nullable String address, boolean isDefault, Instant createdAt, Instant updatedAt) {}
