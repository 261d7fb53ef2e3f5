package iq.sendy.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Job of the agent as its log shows it to people.
 *
 * @param reason why it was skipped, handed off, died or is tried again
 */
public record LoggedJob(
        UUID id,
        LoggedPlace place,
        AiJobState state,
        @Nullable String reason,
        LoggedCost cost,
        LoggedReply reply,
        LoggedTimes times) {

    /**
     * What it answers.
     *
     * @param message the newest message of the burst
     */
    public record LoggedPlace(UUID conversation, UUID channel, UUID message) {}

    /** What it took. */
    public record LoggedCost(int attempts, long inputTokens, long outputTokens) {}

    /**
     * What came of it.
     *
     * @param text null until one is written, and once its contact was erased
     * @param message the row of the outbound queue, once there is one
     */
    public record LoggedReply(
            @Nullable String text, @Nullable UUID message) {}

    /**
     * When it was made and ended.
     *
     * @param waitedSince when the burst began
     */
    public record LoggedTimes(
            Instant waitedSince, Instant created, @Nullable Instant finished) {}

    /** The reply that waits for a person to send it; null where none does. */
    public @Nullable String draft() {
        return state == AiJobState.HANDED_OFF
                        && HandOffReason.DRAFT.toString().equals(reason)
                        && reply.message() == null
                ? reply.text()
                : null;
    }

    /** How long the customer waited for what came of it; null while it goes on. */
    public @Nullable Duration took() {
        var finished = times.finished();
        return finished == null ? null : Duration.between(times.waitedSince(), finished);
    }
}
