package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Note that a conversation was read.
 *
 * @param upTo the message that was seen last: what came after it stays unread; null when all was seen
 */
public record ReadConversation(UUID conversation, @Nullable UUID upTo) {

    /** All that can come of it. */
    public sealed interface Result {

        record Read(ConversationView conversation) implements Result {}

        record NoSuchConversation() implements Result {}

        @RefusedWith(code = "message.unknown", field = "upTo")
        record NoSuchMessage() implements Result, Refusal {}
    }
}
