package iq.sendy.platform.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Rejection of a request before it reaches a service. A request that the edge refuses before any door is asked:
 * unreadable, without a credential or a right, too much, too often. What a door refuses is a case of its sealed result
 * and not this.
 */
public class RequestRejected extends RuntimeException {

    private final transient HttpStatus status;
    private final transient List<Violation> faults;
    private final transient Map<String, String> headers;

    public RequestRejected(HttpStatus status, Violation violation) {
        this(status, List.of(violation), Map.of());
    }

    public RequestRejected(HttpStatus status, List<Violation> faults) {
        this(status, faults, Map.of());
    }

    public RequestRejected(HttpStatus status, List<Violation> faults, Map<String, String> headers) {
        super(
                status + " "
                        + faults.stream()
                                .map(Violation::code)
                                .distinct()
                                .limit(20)
                                .toList(),
                null,
                false,
                false);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /** Unknown, malformed or another store's: one answer for all three. */
    public static RequestRejected notFound() {
        return new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("resource.not_found"));
    }

    public HttpStatus status() {
        return status;
    }

    public List<Violation> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
