package iq.sendy.printing.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** One-bit picture: black dots on white, eight to a byte, as a thermal printer is fed; written as PNG with its resolution. */
final class DotPicture {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};
    private static final double INCH_IN_METRES = 0.0254;
    private static final int PER_METRE = 1;

    private final int width;
    private final int height;
    private final int stride;
    private final byte[] white;

    DotPicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = (width + 7) / 8;
        this.white = new byte[Math.multiplyExact(stride, height)];
        Arrays.fill(white, (byte) 0xFF);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Outside of the picture nothing is blackened. */
    void blacken(int x, int y) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            white[y * stride + x / 8] &= (byte) ~(0x80 >> x % 8);
        }
    }

    byte[] png(int dotsPerInch) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(SIGNATURE);
            part(out, "IHDR", head -> {
                head.writeInt(width);
                head.writeInt(height);
                head.write(ONE_BIT_GREY);
            });
            part(out, "pHYs", size -> {
                var perMetre = (int) Math.round(dotsPerInch / INCH_IN_METRES);
                size.writeInt(perMetre);
                size.writeInt(perMetre);
                size.write(PER_METRE);
            });
            part(out, "IDAT", this::rows);
            part(out, "IEND", _ -> {});
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @FunctionalInterface
    private interface PngPart {

        void write(DataOutputStream out) throws IOException;
    }

    private void rows(DataOutputStream out) throws IOException {
        var packed = new DeflaterOutputStream(out);
        for (var y = 0; y < height; y++) {
            packed.write(0);
            packed.write(white, y * stride, stride);
        }
        packed.finish();
    }

    private static void part(DataOutputStream out, String type, PngPart part) throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        part.write(new DataOutputStream(content));
        var bytes = content.toByteArray();
        var sum = new CRC32();
        sum.update(bytes);
        out.writeInt(bytes.length - type.length());
        out.write(bytes);
        out.writeInt((int) sum.getValue());
    }
}
