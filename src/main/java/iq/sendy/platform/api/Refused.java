package iq.sendy.platform.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that the edge refuses before any door is asked: unreadable, without a credential or a right, too much, too
 * often. What a door refuses is a case of its sealed result and not this.
 */
public class Refused extends RuntimeException {

    private final transient HttpStatus status;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    public Refused(HttpStatus status, Fault fault) {
        this(status, List.of(fault), Map.of());
    }

    public Refused(HttpStatus status, List<Fault> faults) {
        this(status, faults, Map.of());
    }

    public Refused(HttpStatus status, List<Fault> faults, Map<String, String> headers) {
        super(
                status + " "
                        + faults.stream().map(Fault::code).distinct().limit(20).toList(),
                null,
                false,
                false);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /** Unknown, malformed or another store's: one answer for all three. */
    public static Refused notFound() {
        return new Refused(HttpStatus.NOT_FOUND, Fault.of("resource.not_found"));
    }

    public HttpStatus status() {
        return status;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
