package iq.sendy.jobs;

import iq.sendy.jobs.store.LeaseStore;
import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as one worker holds it, under a lease.
 *
 * @param token grew with the claim; only who knows the last one may end the job
 * @param attempts with this one; an attempt that was lost counts
 * @param lost how many attempts ended with their process or their lease
 * @param takenOver whether the attempt before this one, number {@code attempts - 1}, was lost just now
 * @param payload JSON
 * @param dueAt for when it had been due
 */
public record Job(
        StoreId store,
        UUID id,
        String kind,
        UUID lane,
        long token,
        int attempts,
        int lost,
        boolean takenOver,
        @Nullable String payload,
        Instant dueAt,
        Lease lease) {

    static Job of(StoreId store, LeaseStore.Taken taken, Lease lease) {
        return new Job(
                store,
                taken.id(),
                taken.kind(),
                taken.lane(),
                taken.token(),
                taken.attempts(),
                taken.lost(),
                taken.takenOver(),
                taken.payload(),
                taken.dueAt(),
                lease);
    }

    /** The payload of a kind of job that always has one. */
    public <T> T payload(JsonMapper json, Class<T> type) {
        return json.readValue(Objects.requireNonNull(payload), type);
    }

    /**
     * Ask before an effect outside: false when so little of the lease is left that somebody else may be at it. A worker
     * that was frozen past its lease finds out here.
     */
    public boolean mayAct() {
        return lease.lasts();
    }
}
