package iq.sendy.printing.paper;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Draws blocks as dots. Edges of rules and codes lie on whole dots, and so do baselines; of a letter's edge a dot is black
 * when the letter covers enough of it. Grey is there for one line of text at a time.
 */
final class DotPen implements Pen {

    /** Thermal printers have 8 dots a millimetre. */
    static final int PER_INCH = 203;

    private static final float PER_POINT = PER_INCH / 72f;

    /** Less than half: strokes of one dot and a bit stay whole. */
    private static final int ENOUGH = 108;

    private final DotPicture picture;
    private final float scale;
    private final float left;
    private final float top;

    /**
     * A pen for a picture.
     *
     * @param left what of the paper stands left of the picture, in points
     * @param top what stands above it
     */
    DotPen(DotPicture picture, float scale, float left, float top) {
        this.picture = picture;
        this.scale = scale;
        this.left = left;
        this.top = top;
    }

    /** So many points in whole dots. */
    static int dots(float points) {
        return Math.round(points * PER_POINT);
    }

    @Override
    public float scale() {
        return scale;
    }

    private int across(float x) {
        return dots(x * scale - left);
    }

    private int down(float y) {
        return dots(y * scale - top);
    }

    @Override
    public void fill(float x, float y, float width, float height) {
        var right = Math.max(across(x) + 1, across(x + width));
        var bottom = Math.max(down(y) + 1, down(y + height));
        for (var row = down(y); row < bottom; row++) {
            for (var column = across(x); column < right; column++) {
                picture.blacken(column, row);
            }
        }
    }

    @Override
    public void text(TextLine line, float size, float x, float baseline) {
        ink(line.shape(size * scale * PER_POINT, (x * scale - left) * PER_POINT, down(baseline)));
    }

    private void ink(Shape letters) {
        var bounds = letters.getBounds();
        if (bounds.isEmpty()) {
            return;
        }
        var grey = new BufferedImage(bounds.width + 2, bounds.height + 2, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = grey.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(1 - bounds.x, 1 - bounds.y);
        graphics.setColor(Color.WHITE);
        graphics.fill(letters);
        graphics.dispose();
        var covered = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        for (var at = 0; at < covered.length; at++) {
            if ((covered[at] & 0xFF) >= ENOUGH) {
                picture.blacken(bounds.x - 1 + at % grey.getWidth(), bounds.y - 1 + at / grey.getWidth());
            }
        }
    }
}
