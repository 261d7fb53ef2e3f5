package iq.sendy.jobs.store;

import iq.sendy.jobs.Lane;
import iq.sendy.platform.sql.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lanes of a store as arrays for a statement: each with where to begin in it, how much to take, for how long. */
public final class ClaimRequest {

    /** A lane that is looked at. */
    record LaneClaim(UUID lane, String kind, Instant openFrom, Instant mark, long most, long leaseMillis) {}

    static final Columns<LaneClaim> LANES = Columns.of(LaneClaim.class, "l")
            .uuid("lane", LaneClaim::lane)
            .text("kind", LaneClaim::kind)
            .time("open_from", LaneClaim::openFrom)
            .time("mark", LaneClaim::mark)
            .bigint("most", LaneClaim::most)
            .bigint("lease", LaneClaim::leaseMillis);

    private final List<LaneClaim> lanes = new ArrayList<>();

    /**
     * One lane more.
     *
     * @param mark below which nothing is looked for; null begins at the beginning
     * @param leaseMillis how long what is taken belongs to the taker
     */
    public void add(String kind, Lane lane, @Nullable Instant mark, int limit, long leaseMillis) {
        lanes.add(
                new LaneClaim(lane.id(), kind, lane.openFrom(), mark == null ? Instant.MIN : mark, limit, leaseMillis));
    }

    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    List<LaneClaim> lanes() {
        return lanes;
    }
}
