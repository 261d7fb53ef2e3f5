package iq.sendy.media;

import iq.sendy.platform.compute.ComputeBound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns pixels into a file. */
@ComputeBound
final class PictureEncoder {

    private PictureEncoder() {}

    static byte[] jpeg(BufferedImage opaque, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        return encoded(opaque, writer, how);
    }

    static byte[] png(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        return encoded(picture, writer, writer.getDefaultWriteParam());
    }

    private static byte[] encoded(BufferedImage picture, ImageWriter writer, ImageWriteParam how) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
