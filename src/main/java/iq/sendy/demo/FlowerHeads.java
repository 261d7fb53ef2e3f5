package iq.sendy.demo;

import static iq.sendy.demo.DrawingParts.mixed;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** The flowers that the demo's drawings are made of. */
final class FlowerHeads {

    private static final double GOLDEN_ANGLE = 2.399963;
    private static final float[] FROM_THE_MIDDLE = {0f, 1f};
    private static final Color SPRIG = new Color(0x8F, 0xAE, 0x8B);

    private FlowerHeads() {}

    /** A kind of flower. */
    enum Blossom {
        ROSE,
        TULIP,
        LILY
    }

    static void draw(Graphics2D pen, Blossom kind, Color main, double x, double y, double size, double turn) {
        switch (kind) {
            case ROSE -> rose(pen, main, x, y, size, turn);
            case TULIP -> tulip(pen, main, x, y, size, turn);
            case LILY -> lily(pen, main, x, y, size, turn);
        }
    }

    /** Petals around petals, each ring smaller and turned against the one below, dark in the heart and light at the rim. */
    static void rose(Graphics2D pen, Color main, double x, double y, double size, double turn) {
        DrawingParts.disc(pen, mixed(main, Color.BLACK, 0.34), x, y + size * 0.05, size * 0.98);
        for (var ring = 0; ring < 4; ring++) {
            var radius = size * (1 - (0.23 * ring));
            var petals = 6 - (ring / 2);
            for (var petal = 0; petal < petals; petal++) {
                var at = turn + (petal * 2 * Math.PI / petals) + (ring * 0.6);
                petal(
                        pen,
                        mixed(main, Color.WHITE, 0.05 + (0.07 * ring)),
                        mixed(main, Color.BLACK, 0.34 - (0.05 * ring)),
                        x + (radius * 0.45 * Math.cos(at)),
                        y + (radius * 0.45 * Math.sin(at)),
                        radius * 0.54,
                        new Point2D.Double(x, y));
            }
        }
        pen.setColor(mixed(main, Color.BLACK, 0.4));
        pen.setStroke(new BasicStroke((float) (size * 0.045), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var round = 1; round < 4; round++) {
            var half = size * 0.075 * round;
            pen.draw(new Arc2D.Double(
                    x - half, y - half, 2 * half, 2 * half, Math.toDegrees(turn) + (110 * round), 210, Arc2D.OPEN));
        }
    }

    private static void petal(Graphics2D pen, Color rim, Color heart, double x, double y, double half, Point2D middle) {
        pen.setPaint(new RadialGradientPaint(middle, (float) (half * 1.9), FROM_THE_MIDDLE, new Color[] {heart, rim}));
        pen.fill(new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half));
        pen.setColor(new Color(0, 0, 0, 26));
        pen.setStroke(new BasicStroke((float) (half * 0.05)));
        pen.draw(new Ellipse2D.Double(x - half, y - half, 2 * half, 2 * half));
    }

    /** A cup of three petals on a stem. */
    static void tulip(Graphics2D pen, Color main, double x, double y, double size, double lean) {
        var flat = pen.getTransform();
        pen.transform(AffineTransform.getRotateInstance(Math.sin(lean) * 0.3, x, y + size));
        for (var side = -1; side <= 1; side++) {
            var cup = new Path2D.Double();
            var tip = x + (side * size * 0.5);
            cup.moveTo(tip, y - size * (side == 0 ? 0.8 : 1));
            cup.quadTo(tip + size * (0.55 + (0.1 * side)), y - size * 0.1, x + size * 0.3, y + size * 0.72);
            cup.quadTo(x, y + size * 0.92, x - size * 0.3, y + size * 0.72);
            cup.quadTo(tip - size * (0.55 - (0.1 * side)), y - size * 0.1, tip, y - size * (side == 0 ? 0.8 : 1));
            cup.closePath();
            pen.setPaint(new RadialGradientPaint(
                    new Point2D.Double(x, y + size * 0.7), (float) (size * 1.7), FROM_THE_MIDDLE, new Color[] {
                        mixed(main, Color.BLACK, side == 0 ? 0.12 : 0.26),
                        mixed(main, Color.WHITE, side == 0 ? 0.34 : 0.16)
                    }));
            pen.fill(cup);
        }
        pen.setTransform(flat);
    }

    /** Six long petals and their stamens. */
    static void lily(Graphics2D pen, Color main, double x, double y, double size, double turn) {
        for (var i = 0; i < 6; i++) {
            var flat = pen.getTransform();
            pen.transform(AffineTransform.getRotateInstance(turn + (i * Math.PI / 3), x, y));
            var leaf = new Path2D.Double();
            leaf.moveTo(x, y);
            leaf.curveTo(x + size * 0.5, y - size * 0.35, x + size * 0.26, y - size, x, y - size * 1.22);
            leaf.curveTo(x - size * 0.26, y - size, x - size * 0.5, y - size * 0.35, x, y);
            pen.setPaint(new RadialGradientPaint(
                    new Point2D.Double(x, y), (float) (size * 1.2), FROM_THE_MIDDLE, new Color[] {
                        mixed(main, new Color(0xB9, 0xC9, 0x8A), 0.6), main
                    }));
            pen.fill(leaf);
            pen.setColor(new Color(0x60, 0x50, 0x40, 46));
            pen.setStroke(new BasicStroke((float) (size * 0.03)));
            pen.draw(leaf);
            pen.setTransform(flat);
        }
        for (var i = 0; i < 5; i++) {
            var at = turn + 0.4 + (i * 2 * Math.PI / 5);
            DrawingParts.disc(
                    pen,
                    new Color(0xB8, 0x6A, 0x1E),
                    x + (size * 0.32 * Math.cos(at)),
                    y + (size * 0.32 * Math.sin(at)),
                    size * 0.075);
        }
    }

    /** Heads on a disc that is seen from the side, the back ones first, with sprigs between them. */
    static void cluster(Graphics2D pen, Blossom kind, Color[] colours, Spread spread) {
        for (var i = 0; i < 9; i++) {
            var at = Math.PI * (1.02 + (0.12 * i));
            DrawingParts.leaf(
                    pen,
                    spread.x + (spread.radius * 0.84 * Math.cos(at)),
                    spread.y + (spread.radius * 0.84 * spread.flat * Math.sin(at)) + 22,
                    -84 + (21 * i),
                    spread.size * 1.5);
        }
        for (var i = spread.heads - 1; i >= 0; i--) {
            var far = spread.radius * Math.sqrt((i + 0.5) / spread.heads);
            var turn = i * GOLDEN_ANGLE;
            var x = spread.x + (far * Math.cos(turn));
            var y = spread.y + (far * spread.flat * Math.sin(turn));
            var shade = mixed(
                    colours[i % colours.length],
                    i % 3 == 0 ? Color.WHITE : Color.BLACK,
                    i % 3 == 0 ? 0.1 : 0.05 * (i % 3));
            draw(pen, kind, shade, x, y, spread.size, turn);
            if (i % 4 == 1) {
                sprig(pen, x + spread.size * 0.86, y - spread.size * 0.62, spread.size * 0.16);
            }
        }
    }

    /**
     * Where a cluster is.
     *
     * @param flat its height to its width
     */
    record Spread(double x, double y, double radius, double flat, double size, int heads) {}

    private static void sprig(Graphics2D pen, double x, double y, double size) {
        for (var i = 0; i < 5; i++) {
            var at = i * GOLDEN_ANGLE;
            DrawingParts.disc(
                    pen,
                    SPRIG,
                    x + (size * 1.5 * Math.cos(at)),
                    y + (size * 1.5 * Math.sin(at)) + size * 0.2,
                    size * 0.6);
            DrawingParts.disc(
                    pen, Color.WHITE, x + (size * 1.5 * Math.cos(at)), y + (size * 1.5 * Math.sin(at)), size * 0.6);
        }
    }
}
