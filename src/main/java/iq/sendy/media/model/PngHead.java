package iq.sendy.media.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a PNG, walked to its end. */
public final class PngHead {

    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    /** What makes the pixels; texts and dates are left out, packed bombs among them. Profiles are read by us. */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngHead() {}

    static PictureHead read(ByteCursor file) throws UnreadablePicture {
        var at = SIGNATURE.length();
        if (file.big32(at) != 13 || !file.begins(at + 4, "IHDR")) {
            throw new UnreadablePicture("Its header is broken");
        }
        var orientation = 1;
        var pixels = false;
        while (true) {
            var end = chunk(file, at);
            if (file.begins(at + 4, "IDAT")) {
                pixels = true;
            } else if (file.begins(at + 4, "eXIf")) {
                orientation = Orientation.read(file, at + 8, end - 4);
            } else if (file.begins(at + 4, "IEND")) {
                if (!pixels) {
                    throw new UnreadablePicture("There is no picture in it");
                }
                return new PictureHead(
                        PictureHead.FileFormat.PNG, file.big32(16), file.big32(20), channels(file), orientation, end);
            }
            at = end;
        }
    }

    private static int channels(ByteCursor file) throws UnreadablePicture {
        return switch (file.at(25)) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            case 6 -> 4;
            default -> throw new UnreadablePicture("Its header is broken");
        };
    }

    /** Where the chunk ends that begins there. */
    static int chunk(ByteCursor file, int at) throws UnreadablePicture {
        return file.end(file.end(at + 8, file.big32(at)), 4);
    }

    /** The same picture with nothing in it but its pixels. */
    public static byte[] bare(byte[] png, int end) throws UnreadablePicture {
        var file = new ByteCursor(png);
        var bare = new ByteArrayOutputStream(end);
        bare.write(png, 0, SIGNATURE.length());
        for (var at = SIGNATURE.length(); at < end; ) {
            var next = chunk(file, at);
            if (PIXELS.contains(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1))) {
                bare.write(png, at, next - at);
            }
            at = next;
        }
        return bare.toByteArray();
    }
}
