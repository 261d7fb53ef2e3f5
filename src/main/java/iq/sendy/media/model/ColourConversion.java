package iq.sendy.media.model;

/**
 * Colour management: turns the colours of a picture into those of sRGB, which pages are written in, each channel to
 * light by a curve, the light of three to that of sRGB's by a matrix, and back to numbers by sRGB's own curve. What sRGB
 * cannot show is clipped.
 */
public final class ColourConversion {

    static final int LEVELS = 256;
    private static final int STEPS = 1 << 12;

    /** Light as numbers of sRGB, in steps fine enough for its darkest ones. */
    private static final int[] ENCODED = encoded();

    /** Whoever differs so little means sRGB, and its writer rounded otherwise. */
    private static final int NOTHING = 2;

    /** For a picture whose colours are those of sRGB already. */
    public static final ColourConversion NONE = new ColourConversion(
            new double[][] {srgb(), srgb(), srgb()}, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

    private final double[][] light;
    private final double[][] matrix;
    private final boolean changes;

    /**
     * @param light what the 256 values of red, green and blue mean, from 0 to 1
     * @param matrix their light in that of sRGB, row by row
     */
    ColourConversion(double[][] light, double[][] matrix) {
        this.light = light;
        this.matrix = matrix;
        this.changes = differs();
    }

    /** Whether anybody could see a difference. */
    public boolean changes() {
        return changes;
    }

    /** Converts pixels in their place; what shines through them stays. */
    public void apply(int[] argb) {
        for (var i = 0; i < argb.length; i++) {
            argb[i] = converted(argb[i]);
        }
    }

    private int converted(int pixel) {
        var red = light[0][(pixel >> 16) & 0xFF];
        var green = light[1][(pixel >> 8) & 0xFF];
        var blue = light[2][pixel & 0xFF];
        return (pixel & 0xFF00_0000)
                | value(matrix[0], red, green, blue) << 16
                | value(matrix[1], red, green, blue) << 8
                | value(matrix[2], red, green, blue);
    }

    private static int value(double[] row, double red, double green, double blue) {
        var light = row[0] * red + row[1] * green + row[2] * blue;
        // What is no number becomes zero here.
        return ENCODED[Math.clamp((int) (light * STEPS + 0.5), 0, STEPS)];
    }

    private boolean differs() {
        for (var level = 0; level < LEVELS; level += 5) {
            for (var pixel : new int[] {level << 16 | level << 8 | level, level << 16, level << 8, level}) {
                var other = converted(pixel);
                for (var shift = 0; shift < 24; shift += 8) {
                    if (Math.abs(((pixel >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > NOTHING) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The light of sRGB's 256 values. */
    static double[] srgb() {
        var light = new double[LEVELS];
        for (var i = 0; i < LEVELS; i++) {
            var value = i / 255.0;
            light[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static int[] encoded() {
        var encoded = new int[STEPS + 1];
        for (var i = 0; i <= STEPS; i++) {
            var light = (double) i / STEPS;
            var value = light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            encoded[i] = (int) Math.round(value * 255);
        }
        return encoded;
    }
}
