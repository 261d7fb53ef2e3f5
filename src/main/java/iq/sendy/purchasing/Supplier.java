package iq.sendy.purchasing;

import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Supplier: whom the shop buys from.
 *
 * @param balance what the shop owes in minor units, the sum of the ledger of its purchase orders; below zero it has paid ahead
 */
public record Supplier(UUID id, SupplierDetails details, long balance, Instant createdAt, Instant updatedAt) {

    /** What the shop says of a supplier. */
    public record SupplierDetails(
            String fullName,
            @Nullable Phone phone,
            @Nullable String email,
            @Nullable String company,
            @Nullable String address,
            @Nullable String notes) {}

    Supplier with(SupplierDetails changed, Instant now) {
        return new Supplier(id, changed, balance, createdAt, now);
    }
}
