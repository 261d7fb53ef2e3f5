package iq.sendy.messaging;

import iq.sendy.meta.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * A picture or document that goes out with a reply.
 *
 * @param url where Meta fetches it
 * @param fileName of a document; null of a picture
 */
public record ReplyFile(
        MessageKind kind, String url, @Nullable String fileName) {

    public static ReplyFile picture(String url) {
        return new ReplyFile(MessageKind.IMAGE, url, null);
    }

    public static ReplyFile document(String url, String fileName) {
        return new ReplyFile(MessageKind.DOCUMENT, url, fileName);
    }

    /** A link may let whoever has it see the file. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
