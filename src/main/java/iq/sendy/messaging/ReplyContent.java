package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content of a reply as a person writes it: a text, a picture or document with a text below it, or one of them alone.
 *
 * @param replyTo the message of the conversation that it answers
 */
public record ReplyContent(
        @Nullable String text,
        @Nullable ReplyFile file,
        @Nullable UUID replyTo) {

    ReplyContent saying(String other) {
        return new ReplyContent(other, file, replyTo);
    }

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return file == null ? "a text" : file.toString();
    }
}
