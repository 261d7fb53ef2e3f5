package iq.sendy.meta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer who has read all that was sent to them until a message, or until a time. */
public record ReadReceipt(
        String accountId,
        Sender reader,
        Instant at,
        @Nullable String messageId) implements InboundItem {}
