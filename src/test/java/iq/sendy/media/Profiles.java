package iq.sendy.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Colour profiles as screens, cameras and attackers write them. */
final class Profiles {

    private static final double[][] P3 = {
        {0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}
    };
    private static final double[][] ADOBE = {
        {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
    };
    private static final double[][] SRGB = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    private Profiles() {}

    static byte[] displayP3() {
        return rgb(P3, parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    /** The same colours with a plain gamma. */
    static byte[] displayP3WithGamma() {
        return rgb(P3, curve(0x0233));
    }

    static byte[] adobe() {
        return rgb(ADOBE, curve(0x0233));
    }

    /** The colours of a wide screen with the curve of sRGB as a table. */
    static byte[] table() {
        var values = new int[1_024];
        for (var i = 0; i < values.length; i++) {
            var x = i / 1023.0;
            values[i] = (int) Math.round(65_535 * (x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4)));
        }
        return rgb(P3, curve(values));
    }

    static byte[] srgb() {
        return rgb(SRGB, parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    static byte[] grey() {
        return profile("GRAY", Map.of("wtpt", xyz(0.9642, 1, 0.8249), "kTRC", curve(0x0100)));
    }

    /** As it stands in a PNG. */
    static byte[] packed(byte[] profile) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'p', 0, 0});
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(profile);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] rgb(double[][] colours, byte[] curve) {
        var tags = new LinkedHashMap<String, byte[]>();
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        for (var i = 0; i < 3; i++) {
            tags.put("rgb".charAt(i) + "XYZ", xyz(colours[i]));
            tags.put("rgb".charAt(i) + "TRC", curve);
        }
        return profile("RGB ", tags);
    }

    private static byte[] profile(String colours, Map<String, byte[]> tags) {
        var head = 128 + 4 + 12 * tags.size();
        var length = head + tags.values().stream().mapToInt(tag -> tag.length).sum();
        var bytes = ByteBuffer.allocate(length);
        bytes.putInt(0, length).putInt(8, 0x04200000);
        put(bytes, 12, "mntr" + colours + "XYZ ");
        put(bytes, 36, "acsp");
        bytes.put(68, xyz(0.9642, 1, 0.8249), 8, 12);
        bytes.putInt(128, tags.size());
        var at = head;
        var entry = 132;
        for (var tag : tags.entrySet()) {
            put(bytes, entry, tag.getKey());
            bytes.putInt(entry + 4, at).putInt(entry + 8, tag.getValue().length);
            bytes.put(at, tag.getValue());
            at += tag.getValue().length;
            entry += 12;
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, int at, String text) {
        bytes.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] xyz(double... values) {
        return fixed("XYZ ", 8, values);
    }

    private static byte[] parametric(int kind, double... values) {
        var tag = fixed("para", 12, values);
        tag[9] = (byte) kind;
        return tag;
    }

    private static byte[] fixed(String type, int begin, double... values) {
        var tag = ByteBuffer.allocate(begin + 4 * values.length);
        put(tag, 0, type);
        for (var i = 0; i < values.length; i++) {
            tag.putInt(begin + 4 * i, (int) Math.round(values[i] * 65_536));
        }
        return tag.array();
    }

    private static byte[] curve(int... values) {
        var tag = ByteBuffer.allocate((12 + 2 * values.length + 3) & ~3);
        put(tag, 0, "curv");
        tag.putInt(8, values.length);
        for (var i = 0; i < values.length; i++) {
            tag.putShort(12 + 2 * i, (short) values[i]);
        }
        return tag.array();
    }
}
