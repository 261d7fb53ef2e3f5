package iq.sendy.jobs.store;

import iq.sendy.jobs.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lanes of a store as arrays for a statement: each with where to begin in it, how much to take, for how long. */
public final class ClaimRequest {

    private final List<UUID> lanes = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<String> opens = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final List<Long> limits = new ArrayList<>();
    private final List<Long> leases = new ArrayList<>();

    /**
     * One lane more.
     *
     * @param mark below which nothing is looked for; null begins at the beginning
     * @param leaseMillis how long what is taken belongs to the taker
     */
    public void add(String kind, Lane lane, @Nullable Instant mark, int limit, long leaseMillis) {
        kinds.add(kind);
        lanes.add(lane.id());
        opens.add(
                lane.openFrom().equals(Instant.MIN)
                        ? "-infinity"
                        : lane.openFrom().toString());
        marks.add(mark == null ? "-infinity" : mark.toString());
        limits.add((long) limit);
        leases.add(leaseMillis);
    }

    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    UUID[] lanes() {
        return lanes.toArray(UUID[]::new);
    }

    String[] kinds() {
        return kinds.toArray(String[]::new);
    }

    String[] opens() {
        return opens.toArray(String[]::new);
    }

    String[] marks() {
        return marks.toArray(String[]::new);
    }

    Long[] limits() {
        return limits.toArray(Long[]::new);
    }

    Long[] leases() {
        return leases.toArray(Long[]::new);
    }
}
