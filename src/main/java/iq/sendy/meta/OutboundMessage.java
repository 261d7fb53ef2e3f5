package iq.sendy.meta;

import org.jspecify.annotations.Nullable;

/**
 * Message that we send.
 *
 * @param callbackData comes back in the statuses of WhatsApp; Instagram has none
 * @param inReplyTo Meta's id of the message that it quotes, at WhatsApp
 */
public record OutboundMessage(
        MessageRecipient recipient,
        OutboundContent content,
        @Nullable String callbackData,
        @Nullable String inReplyTo) {}
