package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of the live stream: what happened, by ids. What they stand for is read when it is told.
 *
 * @param seq its number in the store; none is left out, and their order is that of the commits
 */
public record StreamEvent(
        long seq,
        StreamEventKind kind,
        UUID conversation,
        @Nullable UUID message,
        @Nullable UUID job) {

    /** Whose body is told. */
    UUID about() {
        if (job != null) {
            return job;
        }
        return message == null ? conversation : message;
    }
}
