package iq.sendy.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Job of the agent, as a conversation lists it: contract section 15.
 *
 * @param reason why it was skipped, handed off, died or is tried again
 * @param draft a reply that a person is to send
 */
public record AgentJobBody(
        UUID id,
        String state,
        @Nullable String reason,
        int attempts,
        @JsonUnwrapped JobTokens tokens,
        @Nullable String draft,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Tokens that it used, in all its attempts. */
    public record JobTokens(long inputTokens, long outputTokens) {}
}
