package iq.sendy.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Medium of a message, as people see it: a picture, a sound, a film or a document.
 *
 * @param mimeType by its bytes; as the provider says while they are not here
 * @param fileName as who sent it called it
 * @param size in bytes, of what is kept; null while it is not here
 * @param url the path behind the door, to be asked with the same credential; null while it is not here
 */
public record MediaView(
        UUID id,
        MediaKind kind,
        @Nullable String mimeType,
        @Nullable String fileName,
        @Nullable Long size,
        @Nullable String url,
        MediaState state) {

    /** Where its bytes are served, behind the prefix of the door. */
    public static String path(UUID conversation, UUID media) {
        return "/social/conversations/" + conversation + "/media/" + media;
    }
}
