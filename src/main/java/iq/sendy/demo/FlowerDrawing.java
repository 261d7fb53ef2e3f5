package iq.sendy.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Drawing of a product of the demo: a bouquet, a box of flowers, a plant or a gift, in a colour.
 *
 * @param colour red, green and blue in hexadecimal digits
 * @param heads how many flowers, or other parts, there are of it
 */
record FlowerDrawing(Motif motif, String colour, int heads) {

    /** So large they are, and so large is the sheet on which they are planned. */
    private static final int PIXELS = 640;

    private static final int SIDE = 720;

    private static final double GOLDEN_ANGLE = 2.399963;

    /** What is drawn. */
    enum Motif {
        BOUQUET,
        BOX,
        ORCHID,
        CACTUS,
        CHOCOLATE,
        TEDDY,
        BALLOONS,
        VASE,
        CARD
    }

    BufferedImage drawn() {
        var picture = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale((double) PIXELS / SIDE, (double) PIXELS / SIDE);
        var main = new Color(Integer.parseInt(colour, 16));
        background(pen, main);
        switch (motif) {
            case BOUQUET -> bouquet(pen, main);
            case BOX -> box(pen, main);
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

    private static void background(Graphics2D pen, Color main) {
        pen.setPaint(new GradientPaint(
                0,
                0,
                DrawingParts.mixed(Color.WHITE, main, 0.06),
                0,
                SIDE,
                DrawingParts.mixed(Color.WHITE, main, 0.24)));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(new Color(0, 0, 0, 26));
        pen.fill(new Ellipse2D.Double(150, 612, 420, 52));
    }

    private void bouquet(Graphics2D pen, Color main) {
        DrawingParts.stems(pen, 360, 560, 9);
        var cone = new Path2D.Double();
        cone.moveTo(170, 330);
        cone.quadTo(360, 420, 550, 330);
        cone.lineTo(410, 640);
        cone.lineTo(310, 640);
        cone.closePath();
        heads(pen, main, 360, 275, 168, 0.86, heads > 18 ? 46 : 54);
        pen.setPaint(new GradientPaint(170, 330, DrawingParts.PAPER.brighter(), 550, 640, DrawingParts.PAPER.darker()));
        pen.fill(cone);
        pen.setColor(new Color(255, 255, 255, 70));
        pen.fill(DrawingParts.triangle(200, 345, 360, 400, 330, 640));
        DrawingParts.bow(pen, 360, 520);
    }

    private void box(Graphics2D pen, Color main) {
        var side = new Color(0x33, 0x2A, 0x36);
        pen.setPaint(new GradientPaint(180, 400, side.brighter(), 540, 640, side));
        pen.fill(new RoundRectangle2D.Double(180, 380, 360, 250, 40, 40));
        pen.setColor(DrawingParts.mixed(side, Color.WHITE, 0.15));
        pen.fill(new Ellipse2D.Double(180, 320, 360, 130));
        heads(pen, main, 360, 345, 165, 0.45, 56);
        pen.setColor(DrawingParts.RIBBON);
        pen.fillRect(180, 520, 360, 26);
        DrawingParts.bow(pen, 360, 533);
    }

    private void orchid(Graphics2D pen, Color main) {
        DrawingParts.pot(pen, 360, 500, 110, Color.WHITE);
        DrawingParts.leaf(pen, 300, 490, -62, 150);
        DrawingParts.leaf(pen, 420, 490, 62, 150);
        pen.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(DrawingParts.LEAF.darker());
        pen.draw(new QuadCurve2D.Double(360, 500, 300, 190, 520, 150));
        for (var i = 0; i < heads; i++) {
            var t = 0.35 + (0.65 * i / (heads - 1));
            var x = ((1 - t) * (1 - t) * 360) + (2 * t * (1 - t) * 300) + (t * t * 520);
            var y = ((1 - t) * (1 - t) * 500) + (2 * t * (1 - t) * 190) + (t * t * 150);
            DrawingParts.petals(pen, main, x, y + 10, 44, 5);
        }
    }

    private void cactus(Graphics2D pen, Color main) {
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
        pen.setColor(DrawingParts.RIBBON);
        pen.fill(new RoundRectangle2D.Double(150, 180, 420, 420, 36, 36));
        pen.setColor(DrawingParts.mixed(DrawingParts.PAPER, Color.WHITE, 0.6));
        pen.fill(new RoundRectangle2D.Double(172, 202, 376, 376, 20, 20));
        var row = (int) Math.round(Math.sqrt(heads));
        var cell = 360 / row;
        for (var i = 0; i < heads; i++) {
            var x = 182 + (cell * (i % row));
            var y = 212 + (cell * (i / row));
            var piece = i % 3 == 1 ? DrawingParts.mixed(main, DrawingParts.PAPER, 0.55) : main;
            pen.setPaint(new GradientPaint(x, y, DrawingParts.mixed(piece, Color.WHITE, 0.2), x, y + cell, piece));
            pen.fill(new RoundRectangle2D.Double(x, y, cell - 10, cell - 10, 22, 22));
            pen.setColor(new Color(255, 255, 255, 90));
            pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(new Arc2D.Double(x + 16, y + 16, cell - 42, cell - 42, 40, 190, Arc2D.OPEN));
        }
    }

    private static void teddy(Graphics2D pen, Color main) {
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
            pen.draw(new QuadCurve2D.Double(x, y + 90, 360, 430, 360, 640));
            var skin = i % 2 == 0 ? main : DrawingParts.mixed(main, new Color(0xF2, 0xC1, 0x4E), 0.75);
            pen.setPaint(new GradientPaint(
                    x - 50, y - 80, DrawingParts.mixed(skin, Color.WHITE, 0.5), x + 40, y + 60, skin));
            pen.fill(new Ellipse2D.Double(x - 72, y - 90, 144, 176));
            pen.fill(DrawingParts.triangle(x - 12, y + 98, x + 12, y + 98, x, y + 80));
        }
        DrawingParts.bow(pen, 360, 600);
    }

    private void vase(Graphics2D pen, Color main) {
        DrawingParts.stems(pen, 360, 430, 5);
        heads(pen, new Color(0xE7, 0x7F, 0x9C), 360, 215, 105, 0.8, 52);
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
        pen.setColor(new Color(0, 0, 0, 36));
        pen.fill(new RoundRectangle2D.Double(142, 202, 450, 340, 18, 18));
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
        DrawingParts.petals(pen, new Color(0xC2, 0x18, 0x3C), 230, 300, 46, 7);
    }

    /** Flower heads on a disc that is seen from the side, the back ones first. */
    private void heads(Graphics2D pen, Color main, double x, double y, double radius, double flat, double size) {
        DrawingParts.leaf(pen, x - (radius * 0.8), y + 50, -70, 90);
        DrawingParts.leaf(pen, x + (radius * 0.8), y + 50, 70, 90);
        for (var i = heads - 1; i >= 0; i--) {
            var far = radius * Math.sqrt((i + 0.5) / heads);
            var turn = i * GOLDEN_ANGLE;
            var shade = DrawingParts.mixed(
                    main, i % 3 == 0 ? Color.WHITE : Color.BLACK, i % 3 == 0 ? 0.12 : 0.06 * (i % 3));
            DrawingParts.rose(pen, shade, x + (far * Math.cos(turn)), y + (far * flat * Math.sin(turn)), size);
        }
    }
}
