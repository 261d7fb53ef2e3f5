package iq.sendy.media.model;

/** How the camera was held, out of the EXIF block of a picture: the one thing in there that pixels need. */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST_ENTRIES = 200;

    private Orientation() {}

    /** From 1 to 8; a block that makes no sense says nothing, and the picture stays as it is. */
    static int read(ByteCursor file, int from, int end) {
        try {
            var little = file.begins(from, "II*\0");
            if (!little && !file.begins(from, "MM\0*")) {
                return UPRIGHT;
            }
            var directory = from + (little ? file.little32(from + 4) : file.big32(from + 4));
            if (directory < from) {
                return UPRIGHT;
            }
            var entries = Math.min(MOST_ENTRIES, number(file, directory, little));
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if (entry + 12 > end) {
                    return UPRIGHT;
                }
                if (number(file, entry, little) == TAG) {
                    var value = number(file, entry + 8, little);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (UnreadablePicture broken) {
            return UPRIGHT;
        }
    }

    private static int number(ByteCursor file, int at, boolean little) throws UnreadablePicture {
        return little ? file.little16(at) : file.big16(at);
    }
}
