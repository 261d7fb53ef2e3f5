package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation on the wire, in answers and in events alike: contract section 15. */
public record ConversationBody(
        UUID id,
        UUID channelId,
        ChannelType channelType,
        ConversationStatus status,
        Handler handler,
        ContactBody contact,
        @Nullable UUID assignedUserId,
        long unreadCount,
        @Nullable LastMessageBody lastMessage,
        @Nullable Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        @Nullable Instant snoozedUntil,
        @Nullable Instant agentPausedUntil,
        List<String> labels,
        Instant createdAt,
        Instant updatedAt) {

    /** Who answers next: the agent, or a person. */
    public enum Handler implements WireWord {
        AI("Ai"),
        HUMAN("Human");

        private final String word;

        Handler(String word) {
            this.word = word;
        }

        /** The contract's word. */
        @Override
        public String toString() {
            return word;
        }
    }

    public record ContactBody(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String externalId) {}

    public record LastMessageBody(@Nullable String text, MessageKind kind, MessageDirection direction, Instant at) {}

    public static ConversationBody of(ConversationView conversation) {
        var contact = conversation.contact();
        var care = conversation.care();
        var newest = conversation.newest();
        return new ConversationBody(
                conversation.id(),
                conversation.channel().id(),
                conversation.channel().type(),
                conversation.status(),
                conversation.isWithAgent() ? Handler.AI : Handler.HUMAN,
                new ContactBody(contact.id(), contact.name(), contact.phone(), contact.externalId()),
                care.assignedUser(),
                care.unread(),
                newest == null
                        ? null
                        : new LastMessageBody(newest.text(), newest.kind(), newest.direction(), newest.at()),
                conversation.times().windowExpiresAt(),
                care.waitingSince(),
                care.snoozedUntil(),
                care.agentPausedUntil(),
                care.labels(),
                conversation.times().createdAt(),
                conversation.times().updatedAt());
    }
}
