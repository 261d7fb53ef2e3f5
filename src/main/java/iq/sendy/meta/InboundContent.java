package iq.sendy.meta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: a text that was cleaned and is never empty, JSON of what its kind has beside it, the message that
 * it answers, and its media.
 */
public record InboundContent(
        MessageKind kind,
        @Nullable String text,
        @Nullable String details,
        @Nullable String inReplyTo,
        List<MediaReference> media) {

    public InboundContent {
        media = List.copyOf(media);
    }

    /** Without the text: a customer's words belong in no log. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
