package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Command to keep the agent out of a conversation for a while.
 *
 * @param until null ends that now
 */
public record PauseAgent(UUID conversation, @Nullable Instant until) {

    public PauseAgent {
        until = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Paused(ConversationView conversation) implements Result {}

        record NoSuchConversation() implements Result {}

        @RefusedWith(code = "agent.pause_has_passed", field = "until")
        record TimeHasPassed() implements Result, Refusal {}
    }
}
