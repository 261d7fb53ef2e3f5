package iq.sendy.media;

import iq.sendy.media.model.PictureHead;
import iq.sendy.media.model.PngHead;
import iq.sendy.media.model.UnreadablePicture;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/** Decodes what strangers send. Only so many pixels are in memory at once, whoever wants to send more at the same time. */
@Component
class Redrawing {

    /** In megapixels: one picture of the largest kind and some of the usual, 4 bytes a pixel. */
    private static final int AT_ONCE = 48;

    private static final int PATIENCE_SECONDS = 20;
    private static final double MEGA = 1_000_000.0;

    private final Semaphore megapixels = new Semaphore(AT_ONCE, true);

    RedrawResult redraw(byte[] file) {
        OutsideTransaction.require("Drawing a picture");
        try {
            var head = PictureHead.of(file);
            var weight = 1 + (int) ((double) head.width() * head.height() / MEGA);
            if (!megapixels.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new RedrawResult.TooBusy();
            }
            try {
                return Renditions.of(decode(file, head), head.orientation());
            } finally {
                megapixels.release(weight);
            }
        } catch (UnreadablePicture unreadable) {
            return new RedrawResult.Unreadable(String.valueOf(unreadable.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new RedrawResult.TooBusy();
        }
    }

    /** What is hung on behind the picture never reaches a decoder. */
    private static BufferedImage decode(byte[] file, PictureHead head) throws UnreadablePicture {
        var content =
                head.kind() == PictureHead.Kind.PNG ? PngHead.bare(file, head.end()) : Arrays.copyOf(file, head.end());
        var readers = ImageIO.getImageReadersByFormatName(head.kind().name());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader of " + head.kind());
        }
        var reader = readers.next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            return read(reader, head);
        } catch (IOException | RuntimeException broken) {
            // Decoders meet hostile files with whatever their arithmetic throws: no picture either way.
            throw new UnreadablePicture("Its pixels are broken");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, PictureHead head) throws IOException {
        if (reader.getWidth(0) != head.width() || reader.getHeight(0) != head.height()) {
            throw new IIOException("Two readers see two sizes");
        }
        return reader.read(0);
    }
}
