package iq.sendy.messaging;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageRecipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Target of a message: a conversation as it is while it is locked.
 *
 * @param recipient the name by which Meta knows the contact; null once it was erased
 */
public record OutboundTarget(
        UUID conversation,
        UUID channel,
        ChannelType type,
        ConversationStatus status,
        @Nullable Instant windowExpiresAt,
        @Nullable MessageRecipient recipient) {

    /** Whether the customer may be written to: for 24 hours from what they did last, and not at their end. */
    public boolean isOpenAt(Instant now) {
        return windowExpiresAt != null && now.isBefore(windowExpiresAt);
    }
}
