package iq.sendy.catalog;

import iq.sendy.platform.body.Patch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Add or change a package size; a field left out keeps its value. */
public record SavePackageSize(
        Patch<String> name,
        Patch<BigDecimal> lengthCm,
        Patch<BigDecimal> widthCm,
        Patch<BigDecimal> heightCm,
        Patch<Long> maxWeightGrams,
        Patch<Boolean> isDefault) {

    PackageSize fresh(UUID id, Instant now) {
        return new PackageSize(
                id,
                Objects.requireNonNull(name.value()),
                lengthCm.value(),
                widthCm.value(),
                heightCm.value(),
                maxWeightGrams.value(),
                isDefault.over(false, false),
                now,
                now);
    }

    PackageSize over(PackageSize before, Instant now) {
        return new PackageSize(
                before.id(),
                name.over(before.name(), before.name()),
                lengthCm.over(before.lengthCm()),
                widthCm.over(before.widthCm()),
                heightCm.over(before.heightCm()),
                maxWeightGrams.over(before.maxWeightGrams()),
                isDefault.over(before.isDefault(), false),
                before.createdAt(),
                now);
    }

    /** Whether all that it says is so already. */
    boolean changesNothingOf(PackageSize size) {
        return over(size, size.updatedAt()).equals(size);
    }
}
