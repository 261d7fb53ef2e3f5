package iq.sendy.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;

/** The parts that the demo's drawings are made of: a leaf, a pot, a bow. */
final class DrawingParts {

    static final Color PAPER = new Color(0xD9, 0xBF, 0x9C);
    static final Color CLAY = new Color(0xB7, 0x6B, 0x4B);
    static final Color RIBBON = new Color(0x8E, 0x2C, 0x48);

    static final Color LEAF = new Color(0x4F, 0x7D, 0x4A);

    private DrawingParts() {}

    static void petals(Graphics2D pen, Color main, double x, double y, double size, int many) {
        for (var i = 0; i < many; i++) {
            var flat = pen.getTransform();
            pen.transform(AffineTransform.getRotateInstance(i * 2 * Math.PI / many, x, y));
            pen.setColor(mixed(main, Color.WHITE, 0.12 * (i % 3)));
            pen.fill(new Ellipse2D.Double(x - (size * 0.36), y - size, size * 0.72, size));
            pen.setTransform(flat);
        }
        disc(pen, new Color(0xF2, 0xC1, 0x4E), x, y, size * 0.24);
    }

    static void stems(Graphics2D pen, double x, double bottom, int many) {
        pen.setColor(LEAF);
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var i = 0; i < many; i++) {
            pen.draw(new QuadCurve2D.Double(x, bottom, x, bottom - 120, x - 130 + (260.0 * i / (many - 1)), 300));
        }
    }

    static void leaf(Graphics2D pen, double x, double y, double degrees, double length) {
        var flat = pen.getTransform();
        pen.rotate(Math.toRadians(degrees), x, y);
        var blade = new Path2D.Double();
        blade.moveTo(x, y);
        blade.curveTo(x + (length * 0.34), y - (length * 0.3), x + (length * 0.2), y - (length * 0.8), x, y - length);
        blade.curveTo(x - (length * 0.2), y - (length * 0.8), x - (length * 0.34), y - (length * 0.3), x, y);
        pen.setPaint(new GradientPaint(
                (float) x, (float) y, LEAF.darker(), (float) x, (float) (y - length), mixed(LEAF, Color.WHITE, 0.3)));
        pen.fill(blade);
        pen.setColor(new Color(255, 255, 255, 70));
        pen.setStroke(new BasicStroke((float) (length * 0.02)));
        pen.draw(new QuadCurve2D.Double(x, y, x, y - (length * 0.5), x, y - (length * 0.92)));
        pen.setTransform(flat);
    }

    /** What stands on something: dark below it, and nothing at the rim. */
    static void shadow(Graphics2D pen, double x, double y, double half) {
        var flat = pen.getTransform();
        pen.translate(x, y);
        pen.scale(1, 0.16);
        pen.setPaint(new RadialGradientPaint(
                new Point2D.Double(0, 0), (float) half, new float[] {0f, 0.55f, 1f}, new Color[] {
                    new Color(70, 40, 40, 90), new Color(70, 40, 40, 40), new Color(70, 40, 40, 0)
                }));
        pen.fill(new Ellipse2D.Double(-half, -half, 2 * half, 2 * half));
        pen.setTransform(flat);
    }

    static void pot(Graphics2D pen, double x, double top, double half, Color clay) {
        var body = new Path2D.Double();
        body.moveTo(x - half, top);
        body.lineTo(x + half, top);
        body.lineTo(x + (half * 0.72), 640);
        body.lineTo(x - (half * 0.72), 640);
        body.closePath();
        pen.setPaint(
                new GradientPaint((float) (x - half), 0, clay, (float) (x + half), 0, mixed(clay, Color.BLACK, 0.22)));
        pen.fill(body);
        pen.fill(new RoundRectangle2D.Double(x - half - 8, top - 12, (2 * half) + 16, 30, 14, 14));
    }

    static void bow(Graphics2D pen, double x, double y) {
        pen.setColor(mixed(RIBBON, Color.BLACK, 0.12));
        pen.fill(triangle(x, y, x - 40, y + 104, x - 12, y + 96));
        pen.fill(triangle(x, y, x + 40, y + 104, x + 12, y + 96));
        for (var side = -1; side <= 1; side += 2) {
            var loop = new Path2D.Double();
            loop.moveTo(x, y);
            loop.curveTo(x + (side * 30), y - 46, x + (side * 84), y - 50, x + (side * 74), y - 2);
            loop.curveTo(x + (side * 84), y + 46, x + (side * 30), y + 40, x, y);
            pen.setPaint(new GradientPaint(
                    (float) x,
                    0,
                    mixed(RIBBON, Color.BLACK, 0.2),
                    (float) (x + (side * 74)),
                    0,
                    mixed(RIBBON, Color.WHITE, 0.18)));
            pen.fill(loop);
        }
        disc(pen, mixed(RIBBON, Color.WHITE, 0.1), x, y, 15);
    }

    static Path2D triangle(double x1, double y1, double x2, double y2, double x3, double y3) {
        var shape = new Path2D.Double();
        shape.moveTo(x1, y1);
        shape.lineTo(x2, y2);
        shape.lineTo(x3, y3);
        shape.closePath();
        return shape;
    }

    static void disc(Graphics2D pen, Color colour, double x, double y, double radius) {
        pen.setColor(colour);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** So much of the second colour in the first. */
    static Color mixed(Color one, Color other, double part) {
        return new Color(
                (int) Math.round((one.getRed() * (1 - part)) + (other.getRed() * part)),
                (int) Math.round((one.getGreen() * (1 - part)) + (other.getGreen() * part)),
                (int) Math.round((one.getBlue() * (1 - part)) + (other.getBlue() * part)));
    }
}
