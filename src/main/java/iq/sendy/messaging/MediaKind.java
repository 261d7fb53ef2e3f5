package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;
import iq.sendy.meta.MessageKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kind of a medium, by which it is shown: what is none of the others is a document, and is only ever kept as a file. */
public enum MediaKind implements WireWord {
    IMAGE("Image"),
    AUDIO("Audio"),
    VIDEO("Video"),
    DOCUMENT("Document");

    private final String word;

    MediaKind(String word) {
        this.word = word;
    }

    /** What it seems to be, until its bytes are here. */
    static MediaKind declared(MessageKind message, @Nullable String mimeType) {
        var type = mimeType == null ? "" : mimeType.strip().toLowerCase(Locale.ROOT);
        if (message == MessageKind.DOCUMENT) {
            return DOCUMENT;
        }
        if (message == MessageKind.AUDIO || type.startsWith("audio/")) {
            return AUDIO;
        }
        if (message == MessageKind.VIDEO || type.startsWith("video/")) {
            return VIDEO;
        }
        return message == MessageKind.IMAGE || message == MessageKind.STICKER || type.startsWith("image/")
                ? IMAGE
                : DOCUMENT;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
