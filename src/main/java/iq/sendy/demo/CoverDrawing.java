package iq.sendy.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Drawing of what stands above the demo's shop: flowers of all colours along a table, seen from close by. */
record CoverDrawing(int width, int height) implements DemoDrawing {

    private static final Color WALL = new Color(0xFF, 0xF4, 0xF1);
    private static final Color DUSK = new Color(0xF2, 0xCF, 0xD0);

    private static final Color[] COLOURS = {
        new Color(0xC2, 0x18, 0x3C),
        new Color(0xE8, 0x7F, 0x9A),
        new Color(0xFA, 0xEE, 0xE4),
        new Color(0xD9, 0x4F, 0x6E),
        new Color(0xF0, 0xB2, 0x7A),
        new Color(0xB8, 0x7F, 0xC4)
    };

    /** The same each time, though nothing stands in a row. */
    private static final long SEED = 7;

    @Override
    public BufferedImage drawn() {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, WALL, 0, height, DUSK));
        pen.fillRect(0, 0, width, height);
        var random = new Random(SEED);
        lights(pen, random);
        for (var row = 0; row < 4; row++) {
            row(pen, random, row);
        }
        pen.dispose();
        return picture;
    }

    private void lights(Graphics2D pen, Random random) {
        for (var i = 0; i < 26; i++) {
            var size = height * (0.03 + (0.09 * random.nextDouble()));
            DrawingParts.disc(
                    pen,
                    new Color(255, 255, 255, 30 + random.nextInt(60)),
                    width * random.nextDouble(),
                    height * 0.62 * random.nextDouble(),
                    size);
        }
    }

    /** Each nearer row is larger and hides the feet of the one behind it; the middle is lower, like a valley. */
    private void row(Graphics2D pen, Random random, int row) {
        var size = height * (0.085 + (0.022 * row));
        var step = size * 1.32;
        for (var x = -size; x < width + size; x += step) {
            var middle = (2 * x / width) - 1;
            var y = height * (0.62 + (0.13 * row) - (0.2 * middle * middle)) + (size * 0.6 * random.nextDouble());
            if (row == 0 || random.nextInt(3) == 0) {
                DrawingParts.leaf(
                        pen, x, y, -60 + (120 * random.nextDouble()), size * (1.5 + (0.6 * random.nextDouble())));
            }
            var kind = random.nextInt(7) == 0 ? FlowerHeads.Blossom.LILY : FlowerHeads.Blossom.ROSE;
            var colour = kind == FlowerHeads.Blossom.LILY
                    ? new Color(0xFB, 0xF8, 0xF1)
                    : COLOURS[random.nextInt(COLOURS.length)];
            FlowerHeads.draw(
                    pen, kind, colour, x, y, size * (0.86 + (0.24 * random.nextDouble())), random.nextDouble() * 6);
        }
    }
}
