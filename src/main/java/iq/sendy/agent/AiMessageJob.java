package iq.sendy.agent;

import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * AI message job: the one answer to a burst of a customer's messages, and how far it has come.
 *
 * @param reason why it was skipped, handed off or died; null while none of that happened
 */
public record AiMessageJob(
        StoreId store,
        UUID id,
        JobPlace place,
        AiJobState state,
        @Nullable String reason,
        JobProgress progress,
        JobReply reply,
        JobTimes times) {

    /**
     * What it answers.
     *
     * @param message the newest message of the burst
     * @param number that message's place in its conversation
     */
    public record JobPlace(UUID conversation, UUID channel, UUID message, long number) {}

    /**
     * How often it was tried.
     *
     * @param attempts how many attempts failed by its own fault
     * @param lost how many attempts ended with their worker
     */
    public record JobProgress(int attempts, int lost) {}

    /**
     * What it says.
     *
     * @param text null until it is written
     * @param message the row of the outbound queue, once there is one
     */
    public record JobReply(
            @Nullable String text,
            @Nullable String language,
            @Nullable UUID message,
            long inputTokens,
            long outputTokens) {}

    /** When it began, may go on and ended. */
    public record JobTimes(
            Instant burstBegan,
            Instant notBefore,
            Instant created,
            Instant updated,
            @Nullable Instant finished) {}
}
