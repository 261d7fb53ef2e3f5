package iq.sendy.platform.api;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Collects every failing field of one request, so that a caller hears of all at once and not of the first alone. */
public final class Problems {

    private final List<Fault> faults = new ArrayList<>();

    public void add(Fault fault) {
        faults.add(fault);
    }

    public void add(String field, String code, String... arguments) {
        faults.add(Fault.at(field, code, arguments));
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether this field has failed already: a second complaint about it would only confuse. */
    public boolean has(String field) {
        return faults.stream().anyMatch(fault -> field.equals(fault.field()));
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Refuses the request with 400 if anything is wrong. */
    public void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, faults);
        }
    }
}
