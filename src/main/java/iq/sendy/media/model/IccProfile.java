package iq.sendy.media.model;

import java.util.function.DoubleUnaryOperator;

/**
 * The profile of a screen or a camera: a curve for each channel, and where its red, green and blue lie. Profiles of printers
 * and scanners, which are tables, are not read; nor is anything handed to native code that a stranger wrote.
 */
final class IccProfile {

    private static final int HEADER = 128;
    private static final int MOST_TAGS = 200;

    private final ByteCursor profile;

    private IccProfile(byte[] profile) {
        this.profile = new ByteCursor(profile);
    }

    static ColourConversion read(byte[] profile) throws UnreadablePicture {
        return new IccProfile(profile).conversion();
    }

    private ColourConversion conversion() throws UnreadablePicture {
        if (profile.begins(16, "GRAY")) {
            var grey = curve("kTRC");
            return new ColourConversion(
                    new double[][] {grey, grey, grey}, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        }
        if (!profile.begins(16, "RGB ")) {
            throw new UnreadablePicture("Its profile is for other colours");
        }
        var colours = new double[3][3];
        var light = new double[3][];
        for (var i = 0; i < 3; i++) {
            var channel = String.valueOf("rgb".charAt(i));
            var at = tag(channel + "XYZ", "XYZ ");
            for (var row = 0; row < 3; row++) {
                colours[row][i] = fixed(at + 8 + 4 * row);
            }
            light[i] = curve(channel + "TRC");
        }
        return new ColourConversion(light, Primaries.toSrgb(colours));
    }

    private int tag(String name, String type) throws UnreadablePicture {
        var at = tag(name);
        if (!profile.begins(at, type)) {
            throw new UnreadablePicture("Its profile is broken");
        }
        return at;
    }

    private int tag(String name) throws UnreadablePicture {
        var count = Math.min(MOST_TAGS, profile.big32(HEADER));
        for (var i = 0; i < count; i++) {
            var at = HEADER + 4 + 12 * i;
            if (profile.begins(at, name)) {
                return profile.big32(at + 4);
            }
        }
        throw new UnreadablePicture("Its profile is a table");
    }

    private double[] curve(String name) throws UnreadablePicture {
        var at = tag(name);
        if (profile.begins(at, "para")) {
            return levels(formula(at));
        }
        if (!profile.begins(at, "curv")) {
            throw new UnreadablePicture("Its profile is broken");
        }
        var count = profile.big32(at + 8);
        if (count == 0) {
            return levels(value -> value);
        }
        if (count == 1) {
            var gamma = profile.big16(at + 12) / 256.0;
            return levels(value -> Math.pow(value, gamma));
        }
        var light = new double[ColourConversion.LEVELS];
        for (var i = 0; i < light.length; i++) {
            var place = i / 255.0 * (count - 1);
            var below = (int) Math.min(place, count - 2);
            var lower = profile.big16(at + 12 + 2 * below);
            var upper = profile.big16(at + 12 + 2 * (below + 1));
            light[i] = (lower + (upper - lower) * (place - below)) / 65_535;
        }
        return light;
    }

    private DoubleUnaryOperator formula(int at) throws UnreadablePicture {
        var kind = profile.big16(at + 8);
        if (kind > 4) {
            throw new UnreadablePicture("Its profile is broken");
        }
        var given = new double[7];
        var counts = new int[] {1, 3, 4, 5, 7};
        for (var i = 0; i < counts[kind]; i++) {
            given[i] = fixed(at + 12 + 4 * i);
        }
        var g = given[0];
        var a = given[1];
        var b = given[2];
        return switch (kind) {
            case 0 -> x -> Math.pow(x, g);
            case 1 -> x -> a * x + b >= 0 ? Math.pow(a * x + b, g) : 0;
            case 2 -> x -> given[3] + (a * x + b >= 0 ? Math.pow(a * x + b, g) : 0);
            case 3 -> x -> x >= given[4] ? Math.pow(a * x + b, g) : given[3] * x;
            default -> x -> x >= given[4] ? Math.pow(a * x + b, g) + given[5] : given[3] * x + given[6];
        };
    }

    private static double[] levels(DoubleUnaryOperator curve) {
        var light = new double[ColourConversion.LEVELS];
        for (var i = 0; i < light.length; i++) {
            light[i] = Math.clamp(curve.applyAsDouble(i / 255.0), 0.0, 1.0);
        }
        return light;
    }

    /** A number with 16 bits behind its point. */
    private double fixed(int at) throws UnreadablePicture {
        return (short) profile.big16(at) + profile.big16(at + 2) / 65_536.0;
    }
}
