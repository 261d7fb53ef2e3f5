package iq.sendy.media;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/** Result of re-encoding an uploaded file. */
public sealed interface ReencodeResult {

    /**
     * The pixels and nothing else, in every width that is kept.
     *
     * @param sizes the widest first: the picture itself
     */
    record Reencoded(ImageType type, List<Rendition> sizes) implements ReencodeResult {

        public Reencoded {
            sizes = List.copyOf(sizes);
        }

        /** Of all its sizes together. */
        long bytes() {
            return sizes.stream().mapToLong(size -> size.body().length()).sum();
        }
    }

    /** No JPEG, PNG or WebP, a broken one, or one with too many pixels. */
    @RefusedWith(code = "file.unreadable", field = "file")
    record Unreadable(String why) implements ReencodeResult, Refusal {

        @Override
        public List<Violation> violations() {
            return List.of(
                    Violation.at("file", "file.unreadable", "JPEG, PNG, WebP").with("reason", why));
        }
    }

    /** So many others are being drawn that this one did not get its turn. */
    record TooBusy() implements ReencodeResult {}
}
