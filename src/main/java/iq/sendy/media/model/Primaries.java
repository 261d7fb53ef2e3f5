package iq.sendy.media.model;

/** Where red, green and blue of a picture lie among all colours, which tells their light in that of sRGB. */
final class Primaries {

    /** The light of D50, which profiles are written for. */
    private static final double[] D50 = {0.96422, 1, 0.82521};

    /** How eyes get used to another white, by Bradford. */
    private static final double[][] CONES = {
        {0.8951, 0.2664, -0.1614},
        {-0.7502, 1.7135, 0.0367},
        {0.0389, -0.0685, 1.0296}
    };

    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    private Primaries() {}

    /** Light of three colours in that of sRGB's, each column of the matrix being one colour for a white of D50. */
    static double[][] toSrgb(double[][] colours) {
        return product(TO_SRGB, colours);
    }

    /**
     * The same from places in the plane of colours.
     *
     * @param places x and y of white, red, green and blue
     */
    static double[][] toSrgb(double... places) throws UnreadablePicture {
        var white = light(places[0], places[1]);
        var colours = new double[3][3];
        for (var i = 0; i < 3; i++) {
            var colour = light(places[2 + 2 * i], places[3 + 2 * i]);
            for (var row = 0; row < 3; row++) {
                colours[row][i] = colour[row];
            }
        }
        var shares = times(inverse(colours), white);
        for (var row : colours) {
            for (var i = 0; i < 3; i++) {
                row[i] *= shares[i];
            }
        }
        return toSrgb(product(adaptation(white), colours));
    }

    private static double[] light(double x, double y) throws UnreadablePicture {
        if (!(y > 0.001)) {
            throw new UnreadablePicture("Its colours are none");
        }
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[][] adaptation(double[] white) throws UnreadablePicture {
        var from = times(CONES, white);
        var to = times(CONES, D50);
        var scaled = new double[3][3];
        for (var row = 0; row < 3; row++) {
            for (var i = 0; i < 3; i++) {
                scaled[row][i] = CONES[row][i] * to[row] / from[row];
            }
        }
        return product(inverse(CONES), scaled);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var result = new double[3];
        for (var row = 0; row < 3; row++) {
            for (var i = 0; i < 3; i++) {
                result[row] += matrix[row][i] * vector[i];
            }
        }
        return result;
    }

    private static double[][] product(double[][] left, double[][] right) {
        var result = new double[3][3];
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                for (var i = 0; i < 3; i++) {
                    result[row][column] += left[row][i] * right[i][column];
                }
            }
        }
        return result;
    }

    private static double[][] inverse(double[][] m) throws UnreadablePicture {
        var result = new double[3][3];
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                var r1 = (column + 1) % 3;
                var r2 = (column + 2) % 3;
                var c1 = (row + 1) % 3;
                var c2 = (row + 2) % 3;
                result[row][column] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
        }
        var determinant = m[0][0] * result[0][0] + m[0][1] * result[1][0] + m[0][2] * result[2][0];
        if (!(Math.abs(determinant) > 1e-6)) {
            throw new UnreadablePicture("Its colours are none");
        }
        for (var row : result) {
            for (var i = 0; i < 3; i++) {
                row[i] /= determinant;
            }
        }
        return result;
    }
}
