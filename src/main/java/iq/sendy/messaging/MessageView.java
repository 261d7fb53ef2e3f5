package iq.sendy.messaging;

import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Message of a conversation, as people see it.
 *
 * @param delivery what became of an outbound one; null of what was received
 * @param reaction the emoji that the other side set on it
 */
public record MessageView(
        UUID id,
        UUID conversation,
        MessageDirection direction,
        MessageContent content,
        MessageAuthor author,
        @Nullable MessageDelivery delivery,
        @Nullable String reaction,
        MessageTimes times) {

    /**
     * What it says; of a withdrawn message only the kind is left.
     *
     * @param details what the kind has beside a text, as JSON
     * @param inReplyTo the provider's id of the message that it answers
     */
    public record MessageContent(
            MessageKind kind,
            @Nullable String text,
            @Nullable String details,
            @Nullable String inReplyTo,
            List<MediaView> media) {

        public MessageContent {
            media = List.copyOf(media);
        }

        /** Without media, or before they are known. */
        public MessageContent(
                MessageKind kind, @Nullable String text, @Nullable String details, @Nullable String inReplyTo) {
            this(kind, text, details, inReplyTo, List.of());
        }
    }

    /** Who wrote it. */
    public record MessageAuthor(
            AuthorKind kind, @Nullable UUID id, @Nullable String name) {}

    /** How far it came. */
    public record MessageDelivery(
            MessageStatus status,
            @Nullable Instant at,
            @Nullable DeliveryError error) {}

    /** Why it did not arrive, in the provider's words. */
    public record DeliveryError(String code, @Nullable String message) {}

    /**
     * When a message was written, came and changed.
     *
     * @param providerAt when it was written, which orders a conversation
     * @param createdAt when the store knew
     */
    public record MessageTimes(
            Instant providerAt,
            Instant createdAt,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt) {}
}
