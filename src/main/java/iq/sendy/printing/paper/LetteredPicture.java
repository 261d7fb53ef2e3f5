package iq.sendy.printing.paper;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.compute.ComputeBound;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Lettered picture: a few words in the middle of a plain ground, as large as there is room for. */
@ComputeBound
public final class LetteredPicture {

    private static final float LINE_HEIGHT = 1.45f;
    private static final float BASELINE = 1.08f;

    /** How large letters are tried, as parts of the height: the first size in which all words stand whole is taken. */
    private static final float[] SIZES = {0.5f, 0.34f, 0.26f, 0.2f, 0.15f, 0.11f, 0.08f};

    /** What of width and height words may take; a phone cuts a circle out of an icon. */
    private static final float ROOM = 0.8f;

    private LetteredPicture() {}

    /**
     * Draws it as a PNG.
     *
     * @param ground colour as red, green and blue
     * @param ink the letters' colour
     */
    public static Bytes png(String words, int width, int height, int ground, int ink) {
        var text = Printable.text(Printable.foreign(words)).replace('\n', ' ').strip();
        var direction = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? Direction.LEFT_TO_RIGHT
                : Direction.RIGHT_TO_LEFT;
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(ground));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(ink));
        var size = size(text, direction, width, height);
        var lines = lines(text, direction, width, height, size);
        var baseline = (height - lines.size() * size * LINE_HEIGHT) / 2 + size * BASELINE;
        for (var each : lines) {
            var line = Shaper.line(each, true, direction);
            pen.fill(line.shape(size, (width - line.width() * size) / 2, baseline));
            baseline += size * LINE_HEIGHT;
        }
        pen.dispose();
        return encoded(picture);
    }

    private static float size(String text, Direction direction, int width, int height) {
        var longest = Arrays.stream(text.split(" ", -1))
                .mapToDouble(word -> Shaper.line(word, true, direction).width())
                .max()
                .orElse(0);
        for (var part : SIZES) {
            var size = part * height;
            if (longest * size <= ROOM * width
                    && wrapped(text, direction, width, size, Integer.MAX_VALUE - 1)
                                    .size()
                            <= most(height, size)) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1] * height;
    }

    private static List<String> lines(String text, Direction direction, int width, int height, float size) {
        return text.isEmpty() ? List.of() : wrapped(text, direction, width, size, most(height, size));
    }

    private static List<String> wrapped(String text, Direction direction, int width, float size, int most) {
        return LineWrapping.lines(text, true, direction, ROOM * width / size, most);
    }

    private static int most(int height, float size) {
        return Math.max(1, (int) (ROOM * height / (size * LINE_HEIGHT)));
    }

    private static Bytes encoded(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(bytes.toByteArray());
    }
}
