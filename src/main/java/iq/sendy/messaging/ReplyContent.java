package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content of a reply as a person writes it: a text, a picture with a text below it, or a picture alone.
 *
 * @param imageUrl where Meta fetches the picture
 * @param replyTo the message of the conversation that it answers
 */
public record ReplyContent(
        @Nullable String text,
        @Nullable String imageUrl,
        @Nullable UUID replyTo) {

    ReplyContent saying(String other) {
        return new ReplyContent(other, imageUrl, replyTo);
    }

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return imageUrl == null ? "a text" : "a picture";
    }
}
