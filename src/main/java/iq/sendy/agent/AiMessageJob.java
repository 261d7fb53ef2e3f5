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
     * @param first the place of the burst's first message
     */
    public record JobPlace(
            UUID conversation, UUID channel, @Nullable UUID contact, UUID message, long number, long first) {}

    /**
     * How often it was tried.
     *
     * @param attempts how many attempts there were that count: not those that failed by the fault of a provider or a worker
     * @param runs how many there were in all
     * @param lost how many attempts ended with their worker
     * @param token of whoever has it
     */
    public record JobProgress(int attempts, int runs, int lost, long token) {}

    /**
     * What it says.
     *
     * @param text null until it is written
     * @param content its parts and buttons, as JSON
     * @param message the row of the outbound queue, once there is one
     */
    public record JobReply(
            @Nullable String text,
            @Nullable String language,
            @Nullable String content,
            @Nullable UUID message,
            long inputTokens,
            long outputTokens) {}

    /**
     * When it began, may go on and ended.
     *
     * @param driven when a person drove it again
     */
    public record JobTimes(
            Instant burstBegan,
            Instant notBefore,
            @Nullable Instant driven,
            Instant created,
            Instant updated,
            @Nullable Instant finished) {}
}
