package iq.sendy.platform.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Response of a controller: the contract's envelope before it has a language. {@code T} is the type of {@code data},
 * which the OpenAPI document shows.
 *
 * @param message on success the key of a text under {@code ok.}, and otherwise the code of the first fault
 */
public record Answer<T>(
        HttpStatus status, String message, @Nullable T data, List<Violation> faults, Map<String, String> headers) {

    /** Unknown, malformed or another store's: one answer for all three. */
    @RefusedWith(status = 404, code = "resource.not_found")
    public record NotFound() implements Refusal {}

    public Answer {
        faults = List.copyOf(faults);
        headers = Map.copyOf(headers);
    }

    /** The same with a header. */
    public Answer<T> with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer<>(status, message, data, faults, more);
    }

    /** 200, for creates and deletes too. */
    public static <T> Answer<T> ok(String message, @Nullable T data) {
        return new Answer<>(HttpStatus.OK, "ok." + message, data, List.of(), Map.of());
    }

    public static <T> Answer<T> refused(HttpStatus status, List<Violation> faults) {
        return new Answer<>(status, faults.getFirst().code(), null, faults, Map.of());
    }

    public static <T> Answer<T> refused(HttpStatus status, Violation violation) {
        return refused(status, List.of(violation));
    }

    /** What the case of a sealed result declares. */
    public static <T> Answer<T> refused(Refusal refusal) {
        var declared = refusal.declared();
        var violations = refusal.violations();
        var codes = Refusal.codes(declared);
        for (var violation : violations) {
            if (!codes.contains(violation.code())) {
                throw new IllegalStateException(refusal + " does not declare " + violation.code());
            }
        }
        return refused(HttpStatus.valueOf(declared.status()), violations);
    }

    /** As {@link #refused(Refusal)}, with when to come again. */
    public static <T> Answer<T> refused(Refusal refusal, Duration wait) {
        return Answer.<T>refused(refusal).with(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait));
    }

    public static <T> Answer<T> badRequest(Violation violation) {
        return refused(HttpStatus.BAD_REQUEST, violation);
    }

    public static <T> Answer<T> conflict(Violation violation) {
        return refused(HttpStatus.CONFLICT, violation);
    }

    public static <T> Answer<T> notFound() {
        return refused(new NotFound());
    }
}
