package iq.sendy.platform.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a controller answers: the contract's envelope before it has a language. {@code T} is the type of {@code data}, which
 * the OpenAPI document shows.
 *
 * @param message on success the key of a text under {@code ok.}, and otherwise the code of the first fault
 */
public record Answer<T>(
        HttpStatus status, String message, @Nullable T data, List<Violation> faults, Map<String, String> headers) {

    public Answer {
        faults = List.copyOf(faults);
        headers = Map.copyOf(headers);
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

    public static <T> Answer<T> badRequest(Violation violation) {
        return refused(HttpStatus.BAD_REQUEST, violation);
    }

    public static <T> Answer<T> conflict(Violation violation) {
        return refused(HttpStatus.CONFLICT, violation);
    }

    public static <T> Answer<T> notFound() {
        return refused(HttpStatus.NOT_FOUND, Violation.of("resource.not_found"));
    }
}
