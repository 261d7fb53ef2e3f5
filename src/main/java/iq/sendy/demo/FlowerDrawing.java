package iq.sendy.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Drawing of a product of the demo: a bouquet, a box of flowers, a plant or a gift, in a colour.
 *
 * @param colour red, green and blue in hexadecimal digits
 * @param heads how many flowers, or other parts, there are of it
 */
record FlowerDrawing(Motif motif, String colour, int heads) implements DemoDrawing {

    /** So large they are, and so large is the sheet on which they are planned. */
    private static final int PIXELS = 900;

    private static final int SIDE = 720;

    private static final Color WALL = new Color(0xFF, 0xFB, 0xF8);
    private static final Color SUN = new Color(0xF3, 0xC7, 0x4B);
    private static final Color BLUSH = new Color(0xE8, 0x7F, 0x9A);

    /** What is drawn. */
    enum Motif {
        BOUQUET,
        TULIPS,
        BOX,
        LILIES,
        ORCHID,
        CACTUS,
        CHOCOLATE,
        TEDDY,
        BALLOONS,
        VASE,
        CARD
    }

    @Override
    public BufferedImage drawn() {
        var picture = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale((double) PIXELS / SIDE, (double) PIXELS / SIDE);
        var main = new Color(Integer.parseInt(colour, 16));
        background(pen, main);
        switch (motif) {
            case BOUQUET -> bouquet(pen, FlowerHeads.Blossom.ROSE, main);
            case TULIPS -> bouquet(pen, FlowerHeads.Blossom.TULIP, main, SUN, BLUSH);
            case BOX -> box(pen, FlowerHeads.Blossom.ROSE, main);
            case LILIES -> box(pen, FlowerHeads.Blossom.LILY, main);
            case ORCHID -> orchid(pen, main);
            case CACTUS -> cactus(pen, main);
            case CHOCOLATE -> chocolate(pen, main);
            case TEDDY -> teddy(pen, main);
            case BALLOONS -> balloons(pen, main);
            case VASE -> vase(pen, main);
            case CARD -> card(pen, main);
        }
        pen.dispose();
        return picture;
    }

    /** One room for all of them: a shelf of a shop looks like one shop's. */
    private static void background(Graphics2D pen, Color main) {
        pen.setPaint(new GradientPaint(
                0, 0, DrawingParts.mixed(WALL, main, 0.04), 0, SIDE, DrawingParts.mixed(WALL, main, 0.15)));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setPaint(new RadialGradientPaint(
                new Point2D.Double(SIDE * 0.5, SIDE * 0.4), SIDE * 0.6f, new float[] {0f, 1f}, new Color[] {
                    new Color(255, 255, 255, 170), new Color(255, 255, 255, 0)
                }));
        pen.fillRect(0, 0, SIDE, SIDE);
    }

    private void bouquet(Graphics2D pen, FlowerHeads.Blossom kind, Color... colours) {
        DrawingParts.shadow(pen, 360, 660, 210);
        pen.setPaint(new GradientPaint(
                120, 180, DrawingParts.mixed(DrawingParts.PAPER, Color.WHITE, 0.55), 600, 420, DrawingParts.PAPER));
        for (var side = -1; side <= 1; side += 2) {
            var sheet = new Path2D.Double();
            sheet.moveTo(360, 560);
            sheet.lineTo(360 + (side * 268), 258);
            sheet.lineTo(360 + (side * 214), 118);
            sheet.lineTo(360 - (side * 20), 74);
            sheet.closePath();
            pen.fill(sheet);
        }
        var many = heads > 18;
        FlowerHeads.cluster(
                pen, kind, colours, new FlowerHeads.Spread(360, 258, many ? 186 : 168, 0.82, many ? 54 : 62, heads));
        wrapping(pen);
        DrawingParts.bow(pen, 360, 520);
    }

    private static void wrapping(Graphics2D pen) {
        for (var side = 1; side >= -1; side -= 2) {
            var cone = new Path2D.Double();
            cone.moveTo(360 - (side * 232), 300);
            cone.quadTo(360 - (side * 60), 410, 360 + (side * 92), 392);
            cone.lineTo(360 + (side * 62), 664);
            cone.lineTo(360 - (side * 62), 664);
            cone.closePath();
            pen.setPaint(new GradientPaint(
                    360 - (side * 220),
                    300,
                    DrawingParts.mixed(DrawingParts.PAPER, Color.WHITE, side > 0 ? 0.5 : 0.3),
                    360 + (side * 80),
                    640,
                    DrawingParts.mixed(DrawingParts.PAPER, Color.BLACK, 0.08)));
            pen.fill(cone);
            pen.setColor(new Color(120, 90, 60, 40));
            pen.setStroke(new BasicStroke(2));
            pen.draw(cone);
        }
    }

    private void box(Graphics2D pen, FlowerHeads.Blossom kind, Color main) {
        DrawingParts.shadow(pen, 360, 640, 260);
        var side = new Color(0x33, 0x2A, 0x36);
        pen.setPaint(new GradientPaint(150, 400, DrawingParts.mixed(side, Color.WHITE, 0.22), 570, 640, side));
        pen.fill(new RoundRectangle2D.Double(150, 380, 420, 260, 44, 44));
        pen.setColor(DrawingParts.mixed(side, Color.WHITE, 0.12));
        pen.fill(new Ellipse2D.Double(150, 310, 420, 150));
        FlowerHeads.cluster(
                pen,
                kind,
                new Color[] {main},
                new FlowerHeads.Spread(360, 308, 196, 0.62, kind == FlowerHeads.Blossom.LILY ? 70 : 66, heads));
        pen.setColor(DrawingParts.RIBBON);
        pen.fillRect(150, 528, 420, 30);
        DrawingParts.bow(pen, 360, 543);
    }

    private void orchid(Graphics2D pen, Color main) {
        DrawingParts.shadow(pen, 360, 642, 190);
        DrawingParts.pot(pen, 360, 500, 110, new Color(0xF1, 0xE9, 0xE2));
        DrawingParts.leaf(pen, 300, 490, -62, 150);
        DrawingParts.leaf(pen, 420, 490, 62, 150);
        pen.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(DrawingParts.LEAF.darker());
        pen.draw(new QuadCurve2D.Double(360, 500, 300, 190, 520, 150));
        for (var i = 0; i < heads; i++) {
            var t = 0.35 + (0.65 * i / (heads - 1));
            var x = ((1 - t) * (1 - t) * 360) + (2 * t * (1 - t) * 300) + (t * t * 520);
            var y = ((1 - t) * (1 - t) * 500) + (2 * t * (1 - t) * 190) + (t * t * 150);
            DrawingParts.petals(pen, main, x, y + 10, 56, 5);
        }
    }

    private void cactus(Graphics2D pen, Color main) {
        DrawingParts.shadow(pen, 360, 642, 300);
        for (var i = 0; i < heads; i++) {
            var x = 200 + (160 * i);
            var tall = 150 + (60 * ((i + 1) % 2));
            pen.setPaint(new GradientPaint(x - 50, 0, main.brighter(), x + 50, 0, main.darker()));
            pen.fill(new RoundRectangle2D.Double(x - 48, 500 - tall, 96, tall + 40, 96, 110));
            pen.setColor(new Color(255, 255, 255, 150));
            pen.setStroke(new BasicStroke(3));
            for (var y = 520 - tall; y < 500; y += 26) {
                for (var dx = -28; dx <= 28; dx += 28) {
                    pen.drawLine(x + dx - 5, y, x + dx + 5, y + 6);
                }
            }
            DrawingParts.petals(pen, new Color(0xE8, 0x6A, 0x92), x, 500 - tall, 22, 6);
            DrawingParts.pot(
                    pen,
                    x,
                    510,
                    66,
                    i == 1 ? DrawingParts.CLAY : DrawingParts.mixed(DrawingParts.CLAY, Color.WHITE, 0.45));
        }
    }

    private void chocolate(Graphics2D pen, Color main) {
        DrawingParts.shadow(pen, 360, 626, 300);
        pen.setColor(DrawingParts.RIBBON);
        pen.fill(new RoundRectangle2D.Double(130, 160, 460, 460, 36, 36));
        pen.setColor(DrawingParts.mixed(DrawingParts.PAPER, Color.WHITE, 0.6));
        pen.fill(new RoundRectangle2D.Double(152, 182, 416, 416, 20, 20));
        var row = (int) Math.round(Math.sqrt(heads));
        var cell = 396 / row;
        for (var i = 0; i < heads; i++) {
            var x = 167 + (cell * (i % row));
            var y = 197 + (cell * (i / row));
            var piece = i % 3 == 1 ? DrawingParts.mixed(main, DrawingParts.PAPER, 0.55) : main;
            pen.setPaint(new GradientPaint(x, y, DrawingParts.mixed(piece, Color.WHITE, 0.2), x, y + cell, piece));
            pen.fill(new RoundRectangle2D.Double(x, y, cell - 10, cell - 10, 22, 22));
            pen.setColor(new Color(255, 255, 255, 90));
            pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(new Arc2D.Double(x + 16, y + 16, cell - 42, cell - 42, 40, 190, Arc2D.OPEN));
        }
    }

    private static void teddy(Graphics2D pen, Color main) {
        DrawingParts.shadow(pen, 360, 650, 240);
        var light = DrawingParts.mixed(main, Color.WHITE, 0.45);
        for (var side = -1; side <= 1; side += 2) {
            DrawingParts.disc(pen, main, 360 + (side * 92), 175, 46);
            DrawingParts.disc(pen, light, 360 + (side * 92), 178, 26);
            DrawingParts.disc(pen, main, 360 + (side * 132), 430, 52);
            DrawingParts.disc(pen, main, 360 + (side * 88), 590, 66);
            DrawingParts.disc(pen, light, 360 + (side * 88), 596, 36);
        }
        DrawingParts.disc(pen, main, 360, 470, 148);
        DrawingParts.disc(pen, light, 360, 490, 92);
        DrawingParts.disc(pen, main, 360, 255, 128);
        DrawingParts.disc(pen, light, 360, 295, 56);
        DrawingParts.disc(pen, Color.DARK_GRAY, 312, 238, 13);
        DrawingParts.disc(pen, Color.DARK_GRAY, 408, 238, 13);
        DrawingParts.disc(pen, Color.DARK_GRAY, 360, 275, 18);
        DrawingParts.bow(pen, 360, 382);
    }

    private void balloons(Graphics2D pen, Color main) {
        for (var i = 0; i < heads; i++) {
            var x = 170 + (380 * i / (heads - 1));
            var y = 200 + (90 * Math.abs(i - (heads / 2)) / 2);
            pen.setColor(new Color(0x77, 0x77, 0x77));
            pen.setStroke(new BasicStroke(3));
            pen.draw(new QuadCurve2D.Double(x, y + 90, 360, 430, 360, 590));
            var skin = i % 2 == 0 ? main : DrawingParts.mixed(main, new Color(0xF2, 0xC1, 0x4E), 0.75);
            pen.setPaint(new GradientPaint(
                    x - 50, y - 80, DrawingParts.mixed(skin, Color.WHITE, 0.5), x + 40, y + 60, skin));
            pen.fill(new Ellipse2D.Double(x - 72, y - 90, 144, 176));
            pen.fill(DrawingParts.triangle(x - 12, y + 98, x + 12, y + 98, x, y + 80));
        }
        DrawingParts.bow(pen, 360, 560);
    }

    private void vase(Graphics2D pen, Color main) {
        DrawingParts.shadow(pen, 360, 642, 190);
        DrawingParts.stems(pen, 360, 560, 5);
        FlowerHeads.cluster(
                pen,
                FlowerHeads.Blossom.ROSE,
                new Color[] {BLUSH, WALL},
                new FlowerHeads.Spread(360, 220, 120, 0.8, 60, heads));
        var glass = new Path2D.Double();
        glass.moveTo(285, 340);
        glass.quadTo(320, 440, 270, 545);
        glass.quadTo(262, 640, 360, 640);
        glass.quadTo(458, 640, 450, 545);
        glass.quadTo(400, 440, 435, 340);
        glass.closePath();
        pen.setPaint(new Color(main.getRed(), main.getGreen(), main.getBlue(), 150));
        pen.fill(glass);
        pen.setStroke(new BasicStroke(5));
        pen.setColor(DrawingParts.mixed(main, Color.WHITE, 0.4));
        pen.draw(glass);
        pen.setColor(new Color(255, 255, 255, 120));
        pen.fill(new RoundRectangle2D.Double(300, 480, 18, 120, 18, 18));
    }

    private static void card(Graphics2D pen, Color main) {
        var flat = pen.getTransform();
        pen.rotate(Math.toRadians(-7), SIDE / 2.0, SIDE / 2.0);
        pen.setColor(new Color(80, 50, 40, 34));
        pen.fill(new RoundRectangle2D.Double(142, 204, 450, 340, 18, 18));
        pen.setColor(new Color(0xFD, 0xFA, 0xF3));
        pen.fill(new RoundRectangle2D.Double(132, 190, 450, 340, 18, 18));
        pen.setColor(main);
        pen.setStroke(new BasicStroke(4));
        pen.draw(new RoundRectangle2D.Double(150, 208, 414, 304, 10, 10));
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var line = 0; line < 4; line++) {
            var y = 320 + (38 * line);
            pen.draw(new QuadCurve2D.Double(540, y, 440, y + (line % 2 == 0 ? 12 : -12), 300 + (30 * line), y));
        }
        pen.setTransform(flat);
        FlowerHeads.rose(pen, new Color(0xC2, 0x18, 0x3C), 224, 306, 62, 0.4);
        DrawingParts.leaf(pen, 262, 352, 128, 70);
    }
}
