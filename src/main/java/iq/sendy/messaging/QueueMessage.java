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
 */
public record QueueMessage(
        UUID conversation,
        MessageAuthor author,
        OutboundContent content,
        @Nullable String inReplyTo) {}
