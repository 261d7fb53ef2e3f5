package iq.sendy.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open attempt to send a message: nobody has said the last word about it.
 *
 * @param seen whether its conversation shows the message already
 * @param begunAt when Meta was asked the last time, at the latest
 * @param externalId Meta's id of the message, where something came of it that has it
 */
public record OpenAttempt(
        UUID message,
        UUID conversation,
        AuthorKind author,
        boolean seen,
        SendState state,
        @Nullable Instant begunAt,
        Counts counts,
        @Nullable String externalId) {

    /** How often it was refused for now, and how often it was sent again without knowing. */
    public record Counts(int refused, int resent) {}
}
