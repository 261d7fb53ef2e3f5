package iq.sendy.media;

import java.util.List;

/** All that can come of drawing an uploaded file anew. */
public sealed interface ReencodeResult {

    /**
     * The pixels and nothing else, in every width that is kept.
     *
     * @param sizes the widest first: the picture itself
     */
    record Redrawn(ImageType type, List<Rendition> sizes) implements ReencodeResult {

        public Redrawn {
            sizes = List.copyOf(sizes);
        }
    }

    /** No JPEG, PNG or WebP, a broken one, or one with too many pixels. */
    record Unreadable(String why) implements ReencodeResult {}

    /** So many others are being drawn that this one did not get its turn. */
    record TooBusy() implements ReencodeResult {}
}
