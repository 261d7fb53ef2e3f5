package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Put a conversation away until a time or the customer's next message, whichever comes first.
 *
 * @param until null brings it back now
 */
public record SnoozeConversation(
        UUID conversation, @Nullable Instant until) {

    public SnoozeConversation {
        until = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Snoozed(ConversationView conversation) implements Result {}

        record NoSuchConversation() implements Result {}

        @RefusedWith(code = "snooze.past", field = "until")
        record TimeHasPassed() implements Result, Refusal {}
    }
}
