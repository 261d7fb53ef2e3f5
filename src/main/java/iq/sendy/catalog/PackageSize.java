package iq.sendy.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Package size: what a parcel is packed in. */
public record PackageSize(
        UUID id,
        String name,
        @Nullable BigDecimal lengthCm,
        @Nullable BigDecimal widthCm,
        @Nullable BigDecimal heightCm,
        @Nullable Long maxWeightGrams,
        boolean isDefault,
        Instant createdAt,
        Instant updatedAt) {

    public PackageSize {
        lengthCm = plain(lengthCm);
        widthCm = plain(widthCm);
        heightCm = plain(heightCm);
    }

    /** 30 and not 3E+1. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null || number.scale() >= 0 ? number : number.setScale(0);
    }
}
