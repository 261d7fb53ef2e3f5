package iq.sendy.faults.attacks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures of a few bytes that say to be large. */
final class PictureShapes {

    private static final int EIGHT_BIT_RGB = 2;
    private static final int RGBA = 6;

    private PictureShapes() {}

    static List<Shape> all() {
        var large = png(4_500, 4_500, 8, EIGHT_BIT_RGB, 3);
        return List.of(
                upload("a WebP of 36 bytes", "a.webp", webp(2_000, 2_000)),
                upload("a PNG of 20 megapixels", "a.png", large),
                upload("a PNG of 16 bits", "a.png", png(6_300, 6_300, 16, RGBA, 8)),
                upload("a PNG that ends early", "a.png", Arrays.copyOf(large, large.length / 2)));
    }

    private static Shape upload(String name, String file, byte[] bytes) {
        return new Shape(name, account -> RawRequest.upload(account, "/uploads/images", file, bytes));
    }

    /** Lossless, with a head and codes, and no pixels behind them. */
    private static byte[] webp(int width, int height) {
        var codes = HexFormat.of().parseHex("9e0327371065d095864f");
        var data = ByteBuffer.allocate(5 + codes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2f)
                .putInt((width - 1) | (height - 1) << 14)
                .put(codes)
                .array();
        var padded = data.length + data.length % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** All black, so that it packs by hundreds, also where packing has to be quick. */
    private static byte[] png(int width, int height, int bits, int colours, int bytesOfPixel) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) bits, (byte) colours, 0, 0, 0})
                .array();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", packed(new byte[width * bytesOfPixel + 1], height)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] row, int rows) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            for (var i = 0; i < rows; i++) {
                deflater.setInput(row);
                while (!deflater.needsInput()) {
                    out.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}
