package iq.sendy.messaging;

import iq.sendy.meta.ChannelType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversation as the agent reads it.
 *
 * @param windowExpiresAt until when the customer may be written to
 * @param history what was said since it was resolved or handed to people the last time, oldest first
 */
public record AgentConversation(
        UUID id,
        UUID channel,
        ChannelType type,
        AgentContact contact,
        ConversationStatus status,
        @Nullable Instant windowExpiresAt,
        List<SaidMessage> history) {

    public AgentConversation {
        history = List.copyOf(history);
    }
}
