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

    /** Due now, about one thing, whose id is its payload: however often it is asked for, one job waits. */
    public static NewJob about(UUID id, String kind, UUID subject) {
        return new NewJob(id, kind, JobHandler.laneOf(kind), subject.toString(), null, "\"" + subject + "\"");
    }

    public NewJob at(Instant due) {
        return new NewJob(id, kind, lane, key, due, payload);
    }

    public NewJob in(UUID otherLane) {
        return new NewJob(id, kind, otherLane, key, dueAt, payload);
    }
}
