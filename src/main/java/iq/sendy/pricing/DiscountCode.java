package iq.sendy.pricing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A word that takes something off an order, once for each order that names it. */
public record DiscountCode(UUID id, DiscountCodeDetails details, long usedCount, Instant createdAt, Instant updatedAt) {

    /**
     * What the shop decides about it.
     *
     * @param code upper case, unique among the store's codes that are not deleted
     * @param minOrderValue looks at the value before discounts
     * @param maxUses null for no limit
     * @param perUserLimit for each normalised phone; null for no limit
     * @param startsAt inclusive
     * @param expiresAt exclusive
     */
    public record DiscountCodeDetails(
            String code,
            Discount discount,
            @Nullable Long minOrderValue,
            @Nullable Long maxUses,
            @Nullable Long perUserLimit,
            @Nullable Instant startsAt,
            @Nullable Instant expiresAt,
            boolean active,
            @Nullable String notes) {

        /** An active code that neither begins nor ends at a time. */
        public static DiscountCodeDetails of(
                String code, Discount discount, long minOrderValue, long maxUses, long perUserLimit) {
            return new DiscountCodeDetails(
                    code, discount, minOrderValue, maxUses, perUserLimit, null, null, true, null);
        }
    }

    DiscountCode with(DiscountCodeDetails changed, Instant now) {
        return new DiscountCode(id, changed, usedCount, createdAt, now);
    }
}
