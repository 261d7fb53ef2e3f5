package iq.sendy.platform.body;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Merge of a patch into what is stored. A body over what is there already: what holds for several fields together is
 * looked at in the result.
 */
public final class PatchMerge {

    private PatchMerge() {}

    /** The value that the resource will have; without one the field is required. */
    public static <T> @Nullable T needed(String field, Patch<T> patch, @Nullable T before, Violations violations) {
        var value = patch.over(before);
        if (value == null && !violations.has(field)) {
            violations.add(field, "field.required");
        }
        return value;
    }

    /** The beginning that the resource will have; without one it began long ago. */
    public static @Nullable Instant start(
            String field, Patch<When> patch, @Nullable Instant before, ZoneId zone, Violations violations) {
        var typed = patch.value();
        return patch.present() ? storable(field, typed == null ? null : typed.start(zone), violations) : before;
    }

    /** The end that the resource will have; without one it goes on. */
    public static @Nullable Instant end(
            String field, Patch<When> patch, @Nullable Instant before, ZoneId zone, Violations violations) {
        var typed = patch.value();
        return patch.present() ? storable(field, typed == null ? null : typed.end(zone), violations) : before;
    }

    /** The last day of the last year ends in the next one in most zones: its answer could not be sent back. */
    private static @Nullable Instant storable(String field, @Nullable Instant instant, Violations violations) {
        if (instant == null || When.storable(instant)) {
            return instant;
        }
        violations.add(field, "field.invalid");
        return null;
    }

    /** Both ends of a period, the first before the second. */
    public static void ordered(String field, @Nullable Instant from, @Nullable Instant to, Violations violations) {
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(field, "range.invalid");
        }
    }

    /** Both ends of a band, the first below the second. */
    public static void ordered(String field, @Nullable Long min, @Nullable Long max, Violations violations) {
        if (min != null && max != null && min >= max) {
            violations.add(field, "range.invalid");
        }
    }

    /** The merge under the lock. What was sound before it and is not now was changed meanwhile: the step starts over. */
    public static <D> D sound(@Nullable D merged) {
        if (merged == null) {
            throw new WriteConflict("another change of the same resource");
        }
        return merged;
    }
}
