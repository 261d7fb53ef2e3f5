package iq.sendy.messaging;

import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.MessageView.MessageContent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be, of a conversation whose row is locked.
 *
 * @param externalId Meta's id; null of an outbound one that Meta has not accepted yet
 * @param status of an outbound one alone
 */
public record NewMessage(
        UUID id,
        MessagePlace place,
        @Nullable String externalId,
        MessageDirection direction,
        MessageAuthor author,
        MessageContent content,
        Instant providerAt,
        @Nullable MessageStatus status) {

    /**
     * Where it stands.
     *
     * @param number the conversation's next one
     */
    public record MessagePlace(UUID channel, UUID conversation, long number) {}
}
