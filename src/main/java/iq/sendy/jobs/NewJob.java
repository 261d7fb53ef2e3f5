package iq.sendy.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to be.
 *
 * @param key if there is a job of this kind with this key already, that one stands for both
 * @param dueAt null is now
 * @param payload JSON
 */
public record NewJob(
        UUID id,
        String kind,
        UUID lane,
        @Nullable String key,
        @Nullable Instant dueAt,
        @Nullable String payload) {

    /** Due now, in the lane of its kind. */
    public static NewJob of(UUID id, String kind, @Nullable String payload) {
        return new NewJob(id, kind, JobHandler.laneOf(kind), null, null, payload);
    }
}
