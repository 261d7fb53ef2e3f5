package iq.sendy.media;

import iq.sendy.media.model.PictureHead;

/**
 * The bytes of heap that drawing a picture anew takes at most: the smallest heap in which twelve megapixels of each kind were
 * drawn, less what the rest of the process took.
 */
final class PictureWeight {

    /** The largest canvas, the next one beside it, and what is written of them. */
    private static final long DRAWN = 6L * Renditions.LONGEST_SIDE * Renditions.LONGEST_SIDE;

    /** Its decoder makes objects of each block, and keeps them all. */
    private static final int WEBP = 33;

    /** Inks are decoded first and turned into colours then. */
    private static final int INKS = 7;

    private static final int GREY_WITH_ALPHA = 6;
    private static final int COLOURS_WITH_ALPHA = 5;

    private PictureWeight() {}

    static long of(PictureHead head) {
        var pixels = (long) head.width() * head.height();
        return pixels * aPixel(head) + Math.min(DRAWN, 6 * pixels);
    }

    private static int aPixel(PictureHead head) {
        return switch (head.kind()) {
            case WEBP -> WEBP;
            case JPEG -> head.channels() > 3 ? INKS : 3;
            case PNG ->
                switch (head.channels()) {
                    case 1 -> 1;
                    case 2 -> GREY_WITH_ALPHA;
                    case 3 -> 3;
                    default -> COLOURS_WITH_ALPHA;
                };
        };
    }
}
