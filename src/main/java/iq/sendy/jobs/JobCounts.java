package iq.sendy.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Backlog of jobs: what there is to do, as operators see it. */
public record JobCounts(List<StoreLoad> stores, List<String> pausedKinds, List<String> pausedStores) {

    /** One of the twenty stores whose work is due the longest. */
    public record StoreLoad(UUID store, List<KindLoad> kinds) {}

    /** What a store has to do of one kind. */
    public record KindLoad(String kind, long waiting, long due, long leased, double oldestDueSeconds) {}

    /** A job that died; its payload may hold what is nobody's business here and is shown by the door's caller masked. */
    public record DeadJob(
            UUID id,
            String kind,
            int attempts,
            int lost,
            @Nullable String payload,
            String errorClass,
            String errorText,
            Instant diedAt) {}
}
