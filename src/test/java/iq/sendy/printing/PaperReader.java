package iq.sendy.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads papers back: what is written on them, and what a scanner finds. */
public final class PaperReader {

    private PaperReader() {}

    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The pages of a PDF as a printer of 8 dots a millimetre leaves them. */
    public static List<BufferedImage> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<BufferedImage>();
            for (var i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new PDFRenderer(document).renderImageWithDPI(i, 203, ImageType.RGB));
            }
            return pages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static BufferedImage picture(byte[] png) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Keeps what a paper looks like under {@code target/paper}, where that was asked for. */
    public static void keep(String name, byte[] png) {
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        try {
            var directory = Files.createDirectories(Path.of("target", "paper"));
            Files.write(directory.resolve(name + ".png"), png);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What a scanner reads, or {@code unreadable}. It is held before all of the paper and then before one part after
     * another, as a hand would: letters above a QR code may look like its corners from afar. Of one QR code in 2,000 parts of
     * its own look so to ZXing: what is nothing but a code is then read module by module.
     */
    public static String scanned(BufferedImage picture, BarcodeFormat format) {
        var seen = read(picture, format);
        var part = Math.min(picture.getWidth(), picture.getHeight());
        for (var top = 0; seen.isEmpty() && top + part <= picture.getHeight(); top += Math.max(1, part / 4)) {
            seen = read(picture.getSubimage(0, top, picture.getWidth(), part), format);
        }
        return seen.or(() -> read(picture, format, DecodeHintType.PURE_BARCODE)).orElse("unreadable");
    }

    private static Optional<String> read(BufferedImage picture, BarcodeFormat format) {
        return read(picture, format, DecodeHintType.TRY_HARDER);
    }

    private static Optional<String> read(BufferedImage picture, BarcodeFormat format, DecodeHintType how) {
        var width = picture.getWidth();
        var pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, picture.getHeight(), pixels);
        var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), how, true);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                    .getText());
        } catch (NotFoundException unreadable) {
            return Optional.empty();
        }
    }
}
