package iq.sendy.messaging;

import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Message of a conversation as the agent reads it; one that was unsent by who wrote it is none.
 *
 * @param number its place by arrival
 * @param text null of what has none, such as a picture without a caption
 * @param details what the kind has beside a text, as JSON
 */
public record SaidMessage(
        UUID id,
        long number,
        AuthorKind author,
        MessageKind kind,
        @Nullable String text,
        @Nullable String details,
        Instant at) {

    /** Whether the customer wrote it. */
    public boolean isCustomers() {
        return author == AuthorKind.CUSTOMER;
    }
}
