package iq.sendy.meta;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picture, sound, film or document that we send: Meta fetches it from a link, or has it already.
 *
 * @param link where Meta fetches it, by https; null where it was uploaded
 * @param uploadedId Meta's id of what was uploaded to it; null where there is a link
 * @param caption text below it; WhatsApp shows one with pictures, films and documents, Instagram with none
 * @param fileName of a document
 */
public record OutboundMedia(
        MessageKind kind,
        @Nullable String link,
        @Nullable String uploadedId,
        @Nullable String caption,
        @Nullable String fileName)
        implements OutboundContent {

    private static final Set<MessageKind> KINDS =
            Set.of(MessageKind.IMAGE, MessageKind.VIDEO, MessageKind.AUDIO, MessageKind.DOCUMENT);

    public OutboundMedia {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(kind + " is no medium that is sent");
        }
        if ((link == null) == (uploadedId == null)) {
            throw new IllegalArgumentException("A medium is either linked or uploaded");
        }
    }

    public static OutboundMedia linked(MessageKind kind, String link, @Nullable String caption) {
        return new OutboundMedia(kind, link, null, caption, null);
    }

    /** A link may let whoever has it see the picture, and a caption is what people write. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
