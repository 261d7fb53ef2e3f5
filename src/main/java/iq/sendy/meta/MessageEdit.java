package iq.sendy.meta;

import java.time.Instant;

/** New words of a message that stands, by whoever wrote it. */
public record MessageEdit(String accountId, String messageId, Instant at, String text) implements InboundItem {

    /** Without the text: a customer's words belong in no log. */
    @Override
    public String toString() {
        return "MessageEdit " + messageId;
    }
}
