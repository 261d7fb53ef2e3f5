package iq.sendy.meta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An emoji that a customer set on a message, or, without one, took off it. */
public record MessageReaction(
        String accountId,
        String messageId,
        Sender sender,
        Instant at,
        @Nullable String emoji) implements InboundItem {}
