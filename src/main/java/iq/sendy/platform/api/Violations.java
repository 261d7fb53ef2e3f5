package iq.sendy.platform.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * Collector of validation errors. Collects every failing field of one request, so that a caller hears of all at once
 * and not of the first alone. Past its bound it only counts: what is wrong with a body must not take more room than the
 * body.
 */
public final class Violations {

    /** So many faults of a request are listed. */
    public static final int MOST = 1_000;

    /** So many faults of one row among many are listed. */
    public static final int MOST_OF_ROW = 20;

    private final int most;
    private final List<Violation> listed = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();
    private long more;

    public Violations() {
        this(MOST);
    }

    private Violations(int most) {
        this.most = most;
    }

    public static Violations ofRow() {
        return new Violations(MOST_OF_ROW);
    }

    public void add(Violation violation) {
        if (listed.size() == most) {
            more += 1 + violation.further();
            return;
        }
        more += violation.further();
        listed.add(violation.alone());
        if (violation.field() != null) {
            fields.add(violation.field());
        }
    }

    public void add(String field, String code, String... arguments) {
        add(Violation.at(field, code, arguments));
    }

    public void addAll(List<Violation> faults) {
        faults.forEach(this::add);
    }

    /** Adds those of fields that have not failed yet. */
    public void addMissing(List<Violation> faults) {
        for (var violation : faults) {
            if (violation.field() == null || !has(violation.field())) {
                add(violation);
            }
        }
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /**
     * Whether this field has failed already: a second complaint about it would only confuse. Past the bound nobody knows, and
     * it is taken for so, since whoever asks goes on to use a field that has not.
     */
    public boolean has(String field) {
        return more > 0 || fields.contains(field);
    }

    /** Those that are listed, the last with the count of the rest. */
    public List<Violation> faults() {
        return counted(listed, more);
    }

    /** Refuses the request with 400 if anything is wrong. */
    public void refuseIfAny() {
        if (!listed.isEmpty()) {
            throw new RequestRejected(HttpStatus.BAD_REQUEST, faults());
        }
    }

    /** The first of a list, the last of them with the count of the rest. */
    public static List<Violation> first(int most, List<Violation> faults) {
        if (faults.size() <= most) {
            return faults;
        }
        return counted(faults.subList(0, most), total(faults) - most);
    }

    /** How many faults a list tells of. */
    public static long total(List<Violation> faults) {
        return faults.stream().mapToLong(violation -> 1 + violation.further()).sum();
    }

    private static List<Violation> counted(List<Violation> faults, long more) {
        if (more == 0) {
            return List.copyOf(faults);
        }
        var all = new ArrayList<>(faults);
        all.add(all.removeLast().with(Violation.MORE, more));
        return List.copyOf(all);
    }
}
