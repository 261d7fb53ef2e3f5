package iq.sendy.media.model;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What the numbers of a PNG stand for, by the first of its chunks that may say it. One that is broken says nothing. */
final class PngColours {

    private static final int MOST_PROFILE = 1 << 20;
    private static final int LONGEST_NAME = 79;

    /** x and y of white, red, green and blue, of what screens show and of what they may show. */
    private static final double[] SRGB = {0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06};

    private static final double[] DISPLAY_P3 = {0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06};
    private static final double[] BT_2020 = {0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046};

    /** The curve of sRGB among those that video knows by number. */
    private static final int CURVE_OF_SRGB = 13;

    private final ByteCursor file;

    /** Where the content of each kind of chunk begins, and where it ends. */
    private final Map<String, int[]> chunks = new HashMap<>();

    private PngColours(ByteCursor file) {
        this.file = file;
    }

    static ColourConversion of(byte[] png, int end) {
        try {
            var colours = new PngColours(new ByteCursor(png));
            colours.walk(end);
            return colours.conversion(png);
        } catch (UnreadablePicture broken) {
            return ColourConversion.NONE;
        }
    }

    private void walk(int end) throws UnreadablePicture {
        for (var at = PngHead.SIGNATURE.length(); at < end; ) {
            var next = PngHead.chunk(file, at);
            for (var name : new String[] {"cICP", "iCCP", "sRGB", "gAMA", "cHRM"}) {
                if (file.begins(at + 4, name)) {
                    chunks.putIfAbsent(name, new int[] {at + 8, next - 4});
                }
            }
            if (file.begins(at + 4, "IDAT")) {
                return;
            }
            at = next;
        }
    }

    private ColourConversion conversion(byte[] png) throws UnreadablePicture {
        var numbers = chunks.get("cICP");
        var known = numbers == null ? null : byNumber(numbers[0]);
        if (known != null) {
            return known;
        }
        var profile = chunks.get("iCCP");
        if (profile != null) {
            return IccProfile.read(unpacked(png, profile[0], profile[1]));
        }
        var gamma = chunks.get("gAMA");
        if (chunks.containsKey("sRGB") || gamma == null) {
            return ColourConversion.NONE;
        }
        return byGamma(file.big32(gamma[0]) / 100_000.0, chunks.get("cHRM"));
    }

    /** As video names colours, where they are those of a screen; null where they are not. */
    private @Nullable ColourConversion byNumber(int at) throws UnreadablePicture {
        var places = switch (file.at(at)) {
            case 1 -> SRGB;
            case 9 -> BT_2020;
            case 12 -> DISPLAY_P3;
            default -> null;
        };
        if (places == null || file.at(at + 1) != CURVE_OF_SRGB) {
            return null;
        }
        var light = ColourConversion.srgb();
        return new ColourConversion(new double[][] {light, light, light}, Primaries.toSrgb(places));
    }

    private ColourConversion byGamma(double gamma, int @Nullable [] chunk) throws UnreadablePicture {
        if (gamma < 0.1 || gamma > 10) {
            return ColourConversion.NONE;
        }
        var places = SRGB.clone();
        for (var i = 0; chunk != null && i < places.length; i++) {
            places[i] = file.big32(chunk[0] + 4 * i) / 100_000.0;
        }
        var matrix = Primaries.toSrgb(places);
        // Nearly every PNG of sRGB says 1/2.2, which is only near to its curve.
        var usual = ColourConversion.srgb();
        if (Math.abs(gamma - 1 / 2.2) < 0.02
                && !new ColourConversion(new double[][] {usual, usual, usual}, matrix).changes()) {
            return ColourConversion.NONE;
        }
        var light = new double[ColourConversion.LEVELS];
        for (var i = 0; i < light.length; i++) {
            light[i] = Math.pow(i / 255.0, 1 / gamma);
        }
        return new ColourConversion(new double[][] {light, light, light}, matrix);
    }

    /** The profile behind its name, if it is no longer than any honest one. */
    private byte[] unpacked(byte[] png, int begin, int end) throws UnreadablePicture {
        var zero = begin;
        while (file.at(zero) != 0) {
            if (++zero - begin > LONGEST_NAME) {
                throw new UnreadablePicture("Its profile has no name");
            }
        }
        var from = Math.min(end, zero + 2);
        var inflater = new Inflater();
        try {
            inflater.setInput(png, from, end - from);
            var profile = new ByteArrayOutputStream();
            var some = new byte[8 << 10];
            while (!inflater.finished()) {
                var count = inflater.inflate(some);
                profile.write(some, 0, count);
                if (count == 0 || profile.size() > MOST_PROFILE) {
                    throw new UnreadablePicture("Its profile is broken");
                }
            }
            return profile.toByteArray();
        } catch (DataFormatException broken) {
            throw new UnreadablePicture("Its profile is broken");
        } finally {
            inflater.end();
        }
    }
}
