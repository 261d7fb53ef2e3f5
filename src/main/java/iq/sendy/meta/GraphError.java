package iq.sendy.meta;

import iq.sendy.meta.model.GraphErrorTable;
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

    /** An error of which the code is known, with the class that our table gives it. */
    public static GraphError of(String code, @Nullable String subcode, String message, @Nullable Duration retryAfter) {
        var errorClass = GraphErrorTable.meaning(code, subcode).errorClass();
        return new GraphError(code, subcode, errorClass, message, retryAfter);
    }

    /** An error that a delivery reports. */
    public static GraphError of(MetaTrouble trouble) {
        var title = trouble.title() == null ? "" : trouble.title();
        return of(trouble.code(), null, trouble.details() == null ? title : trouble.details(), null);
    }

    /** The key of the text that explains it to people, whose one argument is the code. */
    public String explanation() {
        return GraphErrorTable.meaning(code, subcode).explanation();
    }

    /** Without Meta's words. */
    @Override
    public String toString() {
        return errorClass + " " + code + (subcode == null ? "" : "/" + subcode);
    }
}
