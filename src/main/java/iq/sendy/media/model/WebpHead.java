package iq.sendy.media.model;

/** The chunks of a WebP, walked to the end that its header names. */
final class WebpHead {

    private static final int MOVES = 0x02;

    private final ByteCursor file;
    private final int end;
    private int width;
    private int height;
    private int canvasWidth;
    private int canvasHeight;
    private int orientation = 1;

    private WebpHead(ByteCursor file, int end) {
        this.file = file;
        this.end = end;
    }

    static PictureHead read(ByteCursor file) throws UnreadablePicture {
        return new WebpHead(file, file.end(8, file.little32(4))).walk();
    }

    private PictureHead walk() throws UnreadablePicture {
        for (var at = 12; at + 8 <= end; ) {
            var length = file.little32(at + 4);
            var next = file.end(at + 8, length);
            chunk(at, next);
            at = next + (length & 1);
        }
        if (width == 0) {
            throw new UnreadablePicture("There is no picture in it");
        }
        if (canvasWidth > 0 && (canvasWidth != width || canvasHeight != height)) {
            throw new UnreadablePicture("It contradicts itself about its size");
        }
        return new PictureHead(PictureHead.FileFormat.WEBP, width, height, 0, orientation, end);
    }

    private void chunk(int at, int next) throws UnreadablePicture {
        var body = at + 8;
        if (file.begins(at, "VP8X")) {
            if ((file.at(body) & MOVES) != 0) {
                throw new UnreadablePicture("It moves");
            }
            canvasWidth = file.little24(body + 4) + 1;
            canvasHeight = file.little24(body + 7) + 1;
        } else if (file.begins(at, "ANIM") || file.begins(at, "ANMF")) {
            throw new UnreadablePicture("It moves");
        } else if (file.begins(at, "VP8 ")) {
            size(file.little16(body + 6) & 0x3FFF, file.little16(body + 8) & 0x3FFF);
        } else if (file.begins(at, "VP8L")) {
            var low = file.little16(body + 1);
            var high = file.little16(body + 3);
            size((low & 0x3FFF) + 1, (low >> 14 | (high & 0xFFF) << 2) + 1);
        } else if (file.begins(at, "EXIF")) {
            orientation = Orientation.read(file, file.begins(body, "Exif\0\0") ? body + 6 : body, next);
        }
    }

    private void size(int foundWidth, int foundHeight) throws UnreadablePicture {
        if (width > 0) {
            throw new UnreadablePicture("There are two pictures in it");
        }
        width = foundWidth;
        height = foundHeight;
    }
}
