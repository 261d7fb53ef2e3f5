package iq.sendy.media;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;

/** Files for uploads, good ones and others. */
public final class Pictures {

    private Pictures() {}

    /** One of those in the resources, which other programs wrote. */
    static byte[] stored(String name) {
        try (var file = Pictures.class.getResourceAsStream("/pictures/" + name)) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static byte[] png(int width, int height) {
        return drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** Nothing on it, one bit a pixel. */
    static byte[] blankPage(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    /** Sixteen bits in each of one to four channels; white on the left and black on the right. */
    static byte[] deepPng(int bands, int width, int height) {
        var colours = ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        var order = IntStream.range(0, bands).toArray();
        var picture = ImageTypeSpecifier.createInterleaved(
                        colours, order, DataBuffer.TYPE_USHORT, bands % 2 == 0, false)
                .createBufferedImage(width, height);
        var pixel = new int[bands];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                Arrays.fill(pixel, x < width / 2 ? 0xFFFF : 0);
                if (bands % 2 == 0) {
                    pixel[bands - 1] = 0xFFFF;
                }
                picture.getRaster().setPixel(x, y, pixel);
            }
        }
        return encoded(picture, "png");
    }

    /** Half of it lets through what is behind. */
    static byte[] glass(int width, int height) {
        return drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** It has a channel for transparency, and no pixel uses it. */
    static byte[] screenshot(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return drawn(picture, "png");
    }

    /** Of one colour. */
    public static byte[] filled(int width, int height, int argb) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, argb);
            }
        }
        return encoded(picture, "png");
    }

    private static byte[] drawn(BufferedImage picture, String format) {
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, picture.getWidth() / 2, picture.getHeight());
        pen.dispose();
        return encoded(picture, format);
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A PNG of any size in its header, whose few packed bytes would swell to many. */
    static byte[] pngOf(int width, int height, int swelling) {
        var deflater = new Deflater();
        deflater.setInput(new byte[swelling]);
        deflater.finish();
        var packed = new byte[swelling / 100 + 100];
        var length = deflater.deflate(packed);
        deflater.end();
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", Arrays.copyOf(packed, length)),
                chunk("IEND", new byte[0]));
    }

    /** A lossless WebP that is square and over after ten bytes; so many others follow in a chunk that means nothing. */
    static byte[] starvedWebp(int side, int others) {
        var head = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((side - 1) | (side - 1) << 14)
                .array();
        var body = joined(new byte[] {0x2F}, head, HexFormat.of().parseHex("9e0327371065d095864f"), new byte[1]);
        var chunks = joined(text("WEBPVP8L"), little(body.length - 1), body);
        if (others > 0) {
            chunks = joined(chunks, text("JUNK"), little(others), new byte[others]);
        }
        return joined(text("RIFF"), little(chunks.length), chunks);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    /** The PNG with a further chunk behind its header. */
    static byte[] with(byte[] png, String type, byte[] content) {
        return joined(Arrays.copyOf(png, 33), chunk(type, content), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String type, byte[] content) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                name,
                content,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
