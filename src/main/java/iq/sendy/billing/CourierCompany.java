package iq.sendy.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Courier company: who carries parcels for stores.
 *
 * @param phone of a mobile {@code 9647XXXXXXXXX}, else as it is written: a company's may be a short one
 */
public record CourierCompany(
        UUID id,
        String name,
        @Nullable String phone,
        @Nullable String notes,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {}
