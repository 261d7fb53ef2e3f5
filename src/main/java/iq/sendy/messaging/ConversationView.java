package iq.sendy.messaging;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversation with one contact at one channel, as the inbox lists it.
 *
 * @param newest the message that its list shows; null while there is none that may be seen
 */
public record ConversationView(
        UUID id,
        ConversationChannel channel,
        ConversationStatus status,
        ConversationContact contact,
        StaffCare care,
        @Nullable NewestMessage newest,
        ConversationTimes times) {

    /** Where it takes place. */
    public record ConversationChannel(UUID id, ChannelType type) {}

    /**
     * With whom.
     *
     * @param phone where its owner was proved
     * @param externalId the name by which the channel's service knows the contact; null once that was erased
     */
    public record ConversationContact(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String externalId) {}

    /**
     * What the people of the store do about it.
     *
     * @param waitingSince since when the customer waits for an answer; null while nobody does
     * @param snoozedUntil when it comes back by itself; null when it was not put away
     * @param agentPausedUntil until when the agent stays out of it
     * @param labels in alphabetical order
     */
    public record StaffCare(
            @Nullable UUID assignedUser,
            long unread,
            @Nullable Instant waitingSince,
            @Nullable Instant snoozedUntil,
            @Nullable Instant agentPausedUntil,
            List<String> labels) {

        public StaffCare {
            labels = List.copyOf(labels);
        }
    }

    /** The newest message by its time at the provider; a withdrawn one has no text. */
    public record NewestMessage(@Nullable String text, MessageKind kind, MessageDirection direction, Instant at) {}

    /**
     * When things happened in a conversation.
     *
     * @param windowExpiresAt until when the customer may be written to; null when never yet
     * @param lastMessageAt of the newest message, by the provider's time
     */
    public record ConversationTimes(
            @Nullable Instant windowExpiresAt, @Nullable Instant lastMessageAt, Instant createdAt, Instant updatedAt) {}

    /** Whether the agent has it, and not a person. */
    public boolean isWithAgent() {
        return status == ConversationStatus.PENDING;
    }
}
