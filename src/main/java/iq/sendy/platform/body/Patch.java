package iq.sendy.platform.body;

import iq.sendy.platform.api.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Patch of one field. A field of a partial update: left out it keeps its value, {@code null} clears it or brings its
 * default back.
 *
 * @param present whether the field stood in the body at all
 */
public record Patch<T>(boolean present, @Nullable T value) {

    private static final String REQUIRED = "field.required";

    public static <T> Patch<T> leftOut() {
        return new Patch<>(false, null);
    }

    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** The value that the resource has after the update. */
    public @Nullable T over(@Nullable T before) {
        return present ? value : before;
    }

    /** As {@link #over}, for a field that has a default. */
    public T over(T before, T fallback) {
        if (!present) {
            return before;
        }
        return value == null ? fallback : value;
    }

    /** For a field that its resource is never without: an update may leave it out, and not clear it. */
    public void neverCleared(String field, Violations violations) {
        if (present && value == null && !violations.has(field)) {
            violations.add(field, REQUIRED);
        }
    }

    /** For the same field of a resource that is made: it is to be there. */
    public void neverLeftOut(String field, Violations violations) {
        if (!present) {
            violations.add(field, REQUIRED);
        }
    }
}
