package iq.sendy.media;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.compute.ComputeBound;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Drawing of a preview card: the whole picture on its page's colour, and one that is nearly as wide as the card from edge to
 * edge.
 */
@ComputeBound
final class CardDrawing {

    private static final int MARGIN = 36;
    private static final int ROUND = 28;

    /** From this on, what is cut off above and below is less than the bands beside it would be. */
    private static final double WIDE = 1.6;

    /** Tried in turn until the card is light enough: messengers take no heavy one. */
    private static final float[] QUALITIES = {0.88f, 0.75f, 0.6f, 0.4f, 0.2f, 0.05f};

    private CardDrawing() {}

    static Bytes of(Bytes kept, int colour) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(kept.toArray()));
            return light(drawn(picture, new Color(colour)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BufferedImage drawn(BufferedImage picture, Color ground) {
        var card = new BufferedImage(PreviewCards.WIDTH, PreviewCards.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = card.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground);
        pen.fillRect(0, 0, PreviewCards.WIDTH, PreviewCards.HEIGHT);
        if ((double) picture.getWidth() / picture.getHeight() >= WIDE) {
            fill(pen, picture);
        } else {
            contain(pen, picture);
        }
        pen.dispose();
        return card;
    }

    private static void fill(Graphics2D pen, BufferedImage picture) {
        var scale = Math.max(
                (double) PreviewCards.WIDTH / picture.getWidth(), (double) PreviewCards.HEIGHT / picture.getHeight());
        place(pen, picture, scale);
    }

    private static void contain(Graphics2D pen, BufferedImage picture) {
        var scale = Math.min(
                (PreviewCards.WIDTH - 2.0 * MARGIN) / picture.getWidth(),
                (PreviewCards.HEIGHT - 2.0 * MARGIN) / picture.getHeight());
        var width = picture.getWidth() * scale;
        var height = picture.getHeight() * scale;
        pen.setClip(new RoundRectangle2D.Double(
                (PreviewCards.WIDTH - width) / 2, (PreviewCards.HEIGHT - height) / 2, width, height, ROUND, ROUND));
        place(pen, picture, scale);
    }

    private static void place(Graphics2D pen, BufferedImage picture, double scale) {
        var width = (int) Math.round(picture.getWidth() * scale);
        var height = (int) Math.round(picture.getHeight() * scale);
        pen.drawImage(
                picture, (PreviewCards.WIDTH - width) / 2, (PreviewCards.HEIGHT - height) / 2, width, height, null);
    }

    private static Bytes light(BufferedImage card) {
        var bytes = new byte[0];
        for (var quality : QUALITIES) {
            bytes = PictureEncoder.jpeg(card, quality);
            if (bytes.length <= PreviewCards.MOST_BYTES) {
                break;
            }
        }
        return Bytes.of(bytes);
    }
}
