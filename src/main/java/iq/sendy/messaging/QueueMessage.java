package iq.sendy.messaging;

import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.meta.OutboundContent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Command to send a message when its turn in its conversation comes, while nobody waits for it.
 *
 * @param author what the agent writes is sent only while the conversation is with it
 * @param inReplyTo Meta's id of the message that it answers
 * @param secret words of its text that the customer alone may read, as of a code; null where there are none
 * @param answers whether the customer has their answer by it, and waits no more
 */
public record QueueMessage(
        UUID conversation,
        MessageAuthor author,
        OutboundContent content,
        @Nullable String inReplyTo,
        @Nullable String secret,
        boolean answers) {

    /** An answer that hides nothing. */
    public QueueMessage(UUID conversation, MessageAuthor author, OutboundContent content, @Nullable String inReplyTo) {
        this(conversation, author, content, inReplyTo, null, true);
    }

    /** A notice: whoever waits for an answer goes on waiting. */
    public static QueueMessage notice(UUID conversation, MessageAuthor author, OutboundContent content) {
        return new QueueMessage(conversation, author, content, null, null, false);
    }

    /** Without its words. */
    @Override
    public String toString() {
        return "message to " + conversation;
    }
}
