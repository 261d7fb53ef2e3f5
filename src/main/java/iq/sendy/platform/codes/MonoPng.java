package iq.sendy.platform.codes;

import com.google.zxing.common.BitMatrix;
import iq.sendy.kernel.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures in black and white as PNG, one bit a pixel. */
final class MonoPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** What printers and layout programs read: 300 dots an inch, in dots a metre. */
    private static final int PER_METRE = 11_811;

    private static final byte ONE_BIT = 1;
    private static final byte GREY = 0;
    private static final byte METRES = 1;

    private MonoPng() {}

    /** Each module a square of so many pixels. */
    static Bytes of(BitMatrix modules, int pixels) {
        var width = modules.getWidth() * pixels;
        var height = modules.getHeight() * pixels;
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(SIGNATURE);
        chunk(
                picture,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(ONE_BIT)
                        .put(GREY)
                        .array());
        chunk(
                picture,
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(PER_METRE)
                        .putInt(PER_METRE)
                        .put(METRES)
                        .array());
        chunk(picture, "IDAT", deflated(lines(modules, pixels)));
        chunk(picture, "IEND", new byte[0]);
        return Bytes.of(picture.toByteArray());
    }

    /** Each line of pixels behind the number of its filter, which is none; a light pixel is a one. */
    private static byte[] lines(BitMatrix modules, int pixels) {
        var width = modules.getWidth() * pixels;
        var length = 1 + Math.ceilDiv(width, Byte.SIZE);
        var lines = new byte[length * modules.getHeight() * pixels];
        for (var y = 0; y < modules.getHeight() * pixels; y++) {
            for (var x = 0; x < width; x++) {
                if (!modules.get(x / pixels, y / pixels)) {
                    lines[y * length + 1 + x / Byte.SIZE] |= (byte) (0x80 >> (x % Byte.SIZE));
                }
            }
        }
        return lines;
    }

    private static byte[] deflated(byte[] lines) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(lines);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream picture, String type, byte[] content) {
        var named = ByteBuffer.allocate(type.length() + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var check = new CRC32();
        check.update(named);
        picture.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        picture.writeBytes(named);
        picture.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) check.getValue())
                .array());
    }
}
