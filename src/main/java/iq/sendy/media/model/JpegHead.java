package iq.sendy.media.model;

/** The markers of a JPEG, walked to its end. */
final class JpegHead {

    /** Progressive pictures have ten or so; each scan costs a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private final ByteCursor file;
    private int width;
    private int height;
    private int channels;
    private int orientation = 1;
    private int scans;

    private JpegHead(ByteCursor file) {
        this.file = file;
    }

    static PictureHead read(ByteCursor file) throws UnreadablePicture {
        return new JpegHead(file).walk();
    }

    private PictureHead walk() throws UnreadablePicture {
        var at = 2;
        while (true) {
            if (file.at(at) != 0xFF) {
                throw new UnreadablePicture("Its segments are broken");
            }
            while (file.at(at) == 0xFF) {
                at++;
            }
            var marker = file.at(at++);
            if (marker == 0xD9) {
                return head(at);
            }
            var end = file.end(at, Math.max(2, file.big16(at)));
            segment(marker, at + 2, end);
            at = marker == 0xDA ? afterScan(end) : end;
        }
    }

    private PictureHead head(int end) throws UnreadablePicture {
        if (scans == 0) {
            throw new UnreadablePicture("There is no picture in it");
        }
        return new PictureHead(PictureHead.FileFormat.JPEG, width, height, channels, orientation, end);
    }

    private void segment(int marker, int from, int end) throws UnreadablePicture {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(from);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw new UnreadablePicture("It is a kind of JPEG that no browser shows");
            case 0xE1 -> {
                if (orientation == 1 && file.begins(from, "Exif\0\0")) {
                    orientation = Orientation.read(file, from + 6, end);
                }
            }
            case 0xDA -> {
                if (width == 0 || ++scans > MOST_SCANS) {
                    throw new UnreadablePicture("Its scans are broken");
                }
            }
            default -> {
                // Tables, comments, and what programs leave for themselves.
            }
        }
    }

    private void frame(int from) throws UnreadablePicture {
        if (width > 0 || file.at(from) != 8) {
            throw new UnreadablePicture("It is a kind of JPEG that no browser shows");
        }
        height = file.big16(from + 1);
        width = file.big16(from + 3);
        channels = file.at(from + 5);
    }

    /** The next marker behind packed pixels, in which 0xFF is followed by a zero or by a restart. */
    private int afterScan(int from) throws UnreadablePicture {
        var at = from;
        while (true) {
            if (file.at(at) == 0xFF) {
                var next = file.at(at + 1);
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return at;
                }
            }
            at++;
        }
    }
}
