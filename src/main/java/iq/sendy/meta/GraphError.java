package iq.sendy.meta;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Error that Meta answered, or put into a status.
 *
 * @param code Meta's number; {@code http.<status>} where there was a refusal without one
 * @param subcode Meta's, which counts on Instagram alone
 * @param message Meta's words: for staff, never for a log, since they may quote a phone number
 * @param retryAfter how long Meta asks us to wait; null where it does not say
 */
public record GraphError(
        String code,
        @Nullable String subcode,
        GraphErrorClass errorClass,
        String message,
        @Nullable Duration retryAfter) {

    /** Without Meta's words. */
    @Override
    public String toString() {
        return errorClass + " " + code + (subcode == null ? "" : "/" + subcode);
    }
}
