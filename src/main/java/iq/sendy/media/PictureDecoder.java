package iq.sendy.media;

import iq.sendy.media.model.PictureHead;
import iq.sendy.media.model.PngHead;
import iq.sendy.media.model.UnreadablePicture;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.CpuDeadline;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadProgressListener;

/** Turns a file into pixels of at most 8 bits a channel. */
@ComputeBound
final class PictureDecoder {

    /** Of its thread's time; forty megapixels of the slowest kind need some six. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CpuDeadline deadline;

    private PictureDecoder(CpuDeadline deadline) {
        this.deadline = deadline;
    }

    static BufferedImage decode(byte[] file, PictureHead head) throws UnreadablePicture {
        return new PictureDecoder(CpuDeadline.in(LONGEST)).decoded(file, head);
    }

    /** For the test of the deadline. */
    static BufferedImage decode(byte[] file, PictureHead head, CpuDeadline deadline) throws UnreadablePicture {
        return new PictureDecoder(deadline).decoded(file, head);
    }

    /** What is hung on behind the picture never reaches a decoder. */
    private BufferedImage decoded(byte[] file, PictureHead head) throws UnreadablePicture {
        var png = head.kind() == PictureHead.FileFormat.PNG;
        var content = png ? PngHead.bare(file, head.end()) : file;
        var readers = ImageIO.getImageReadersByFormatName(head.kind().name());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader of " + head.kind());
        }
        var reader = readers.next();
        try (var stream = new PictureInput(content, png ? content.length : head.end(), deadline)) {
            reader.setInput(stream, true, true);
            var picture = read(reader, head);
            if (deadline.passed()) {
                throw new PictureInput.DecodingGivenUp("It takes too long");
            }
            return picture;
        } catch (IOException | RuntimeException broken) {
            // Decoders meet hostile files with whatever their arithmetic throws: no picture either way.
            throw new UnreadablePicture("Its pixels are broken");
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader, PictureHead head) throws IOException {
        if (reader.getWidth(0) != head.width() || reader.getHeight(0) != head.height()) {
            throw new IIOException("Two readers see two sizes");
        }
        reader.addIIOReadProgressListener(new EndsInTime());
        var how = reader.getDefaultReadParam();
        if (head.kind() == PictureHead.FileFormat.PNG) {
            narrow(reader, head, how);
        }
        return reader.read(0, how);
    }

    /** Nobody sees 16 bits a channel; they would take twice the memory, and again as much to be scaled. */
    private static void narrow(ImageReader reader, PictureHead head, ImageReadParam how) throws IOException {
        var wide = reader.getImageTypes(0).next();
        if (wide.getSampleModel().getDataType() != DataBuffer.TYPE_USHORT) {
            return;
        }
        how.setDestination(
                switch (wide.getNumBands()) {
                    case 4 -> new BufferedImage(head.width(), head.height(), BufferedImage.TYPE_4BYTE_ABGR);
                    case 3 -> new BufferedImage(head.width(), head.height(), BufferedImage.TYPE_3BYTE_BGR);
                    default -> grey(wide.getNumBands()).createBufferedImage(head.width(), head.height());
                });
    }

    private static ImageTypeSpecifier grey(int bands) {
        return ImageTypeSpecifier.createInterleaved(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                IntStream.range(0, bands).toArray(),
                DataBuffer.TYPE_BYTE,
                bands == 2,
                false);
    }

    /** Stops a decoder that reads nothing any more and yet goes on. */
    private final class EndsInTime implements IIOReadProgressListener {

        @Override
        public void imageProgress(ImageReader source, float percent) {
            if (deadline.passed()) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int from) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int index) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
