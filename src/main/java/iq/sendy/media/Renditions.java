package iq.sendy.media;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.model.ColourConversion;
import iq.sendy.platform.compute.ComputeBound;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;

/** A picture in the widths that pages ask for, from large to small, each drawn from the one before. */
@ComputeBound
final class Renditions {

    /** No screen that our pages are made for shows more. */
    static final int LONGEST_SIDE = 2_560;

    private static final int[] WIDTHS = {1_600, 1_080, 720, 540, 360, 180};
    private static final float QUALITY = 0.85f;

    private Renditions() {}

    static ReencodeResult.Reencoded of(BufferedImage decoded, int orientation, ColourConversion colours) {
        var picture = upright(converted(fitting(decoded), colours), orientation);
        var type = opaque(picture) ? ImageType.JPG : ImageType.PNG;
        var sizes = new ArrayList<Rendition>();
        sizes.add(written(picture, type));
        for (var width : WIDTHS) {
            if (width < picture.getWidth()) {
                picture = scaled(picture, width, Math.max(1, proportion(picture, width)));
                sizes.add(written(picture, type));
            }
        }
        return new ReencodeResult.Reencoded(type, sizes);
    }

    private static int proportion(BufferedImage picture, int width) {
        return Math.round((float) picture.getHeight() * width / picture.getWidth());
    }

    /** In the colours of screens, at most so large. Halved until it nearly fits: a longer step would skip pixels. */
    private static BufferedImage fitting(BufferedImage decoded) {
        var factor = Math.min(1.0, (double) LONGEST_SIDE / Math.max(decoded.getWidth(), decoded.getHeight()));
        var width = Math.max(1, (int) Math.round(decoded.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(decoded.getHeight() * factor));
        var picture = decoded;
        while (picture.getWidth() > 2 * width && picture.getHeight() > 2 * height) {
            picture = scaled(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        return scaled(picture, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var smaller = canvas(picture, width, height);
        var pen = smaller.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return smaller;
    }

    private static BufferedImage canvas(BufferedImage like, int width, int height) {
        var seeThrough = like.getColorModel().hasAlpha();
        return new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    /** Only now: there are fewer pixels, and each is a whole number. */
    private static BufferedImage converted(BufferedImage picture, ColourConversion colours) {
        var line = new int[picture.getWidth()];
        for (var y = 0; colours.changes() && y < picture.getHeight(); y++) {
            picture.getRaster().getDataElements(0, y, line.length, 1, line);
            colours.apply(line);
            picture.getRaster().setDataElements(0, y, line.length, 1, line);
        }
        return picture;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> throw new IllegalArgumentException("Orientation " + orientation);
        };
        var turned = orientation < 5 ? canvas(picture, width, height) : canvas(picture, height, width);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return turned;
    }

    /** A channel for it is not yet something that shines through: most screenshots have one and do not use it. */
    private static boolean opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return true;
        }
        var line = new int[picture.getWidth()];
        for (var y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (var pixel : line) {
                if (pixel >>> 24 != 0xFF) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Rendition written(BufferedImage picture, ImageType type) {
        return new Rendition(
                picture.getWidth(),
                picture.getHeight(),
                Bytes.of(
                        switch (type) {
                            case JPG -> PictureEncoder.jpeg(withoutAlpha(picture), QUALITY);
                            case PNG -> PictureEncoder.png(picture);
                        }));
    }

    private static BufferedImage withoutAlpha(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = flat.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }
}
