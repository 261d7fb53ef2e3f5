package iq.sendy.media.model;

/**
 * Image header: what a picture says of itself, judged before a pixel is decoded.
 *
 * @param channels of each pixel, so far as its kind counts them here: 0 in a WebP
 * @param orientation how its camera was held, as EXIF counts from 1 to 8; 1 is upright
 * @param end where the picture ends: what follows was hung on
 */
public record PictureHead(FileFormat kind, int width, int height, int channels, int orientation, int end) {

    public static final long MOST_PIXELS = 40_000_000;

    /** Nothing but one colour is packed tighter, and whoever invents a size says more. */
    private static final long MOST_PIXELS_A_BYTE = 5_000;

    /** A blank page in black and white comes to eight thousand: its packing knows no more than a thousandth. */
    private static final long MOST_PIXELS_A_BYTE_OF_PNG = 10_000;

    /** By the names under which ImageIO knows their readers. */
    public enum FileFormat {
        JPEG,
        PNG,
        WEBP
    }

    /** Reads the head by the file's first bytes, whatever its name or its sender says. */
    public static PictureHead of(byte[] file) throws UnreadablePicture {
        var byteCursor = new ByteCursor(file);
        var head = head(byteCursor);
        if (head.width == 0 || head.height == 0) {
            throw new UnreadablePicture("It has no size");
        }
        if ((long) head.width * head.height > MOST_PIXELS) {
            throw new UnreadablePicture("It has more than 40 megapixels");
        }
        var mostPixelsAByte = head.kind == FileFormat.PNG ? MOST_PIXELS_A_BYTE_OF_PNG : MOST_PIXELS_A_BYTE;
        if ((long) head.width * head.height > mostPixelsAByte * head.end) {
            throw new UnreadablePicture("It has more pixels than its bytes can hold");
        }
        return head;
    }

    private static PictureHead head(ByteCursor byteCursor) throws UnreadablePicture {
        if (byteCursor.begins(0, "\u00FF\u00D8\u00FF")) {
            return JpegHead.read(byteCursor);
        }
        if (byteCursor.begins(0, PngHead.SIGNATURE)) {
            return PngHead.read(byteCursor);
        }
        if (byteCursor.begins(0, "RIFF") && byteCursor.begins(8, "WEBP")) {
            return WebpHead.read(byteCursor);
        }
        throw new UnreadablePicture("It is neither JPEG, PNG nor WebP");
    }

    /** What its colours must be turned by. The decoders of JPEG and WebP go by their profiles themselves. */
    public ColourConversion colours(byte[] file) {
        return kind == FileFormat.PNG ? PngColours.of(file, end) : ColourConversion.NONE;
    }
}
