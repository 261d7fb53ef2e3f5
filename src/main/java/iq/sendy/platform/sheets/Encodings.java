package iq.sendy.platform.sheets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings that shops' programs write: UTF-8, UTF-16 with or without a mark, and old Excel's Windows-1256. */
final class Encodings {

    private static final Charset ARABIC_WINDOWS = Charset.forName("windows-1256");
    private static final int LOOKED_AT = 8 << 10;

    private Encodings() {}

    static String decode(byte[] file) throws UnreadableSheet {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return strict(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return strict(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return strict(file, 2, StandardCharsets.UTF_16BE);
        }
        for (var parity = 0; parity < 2; parity++) {
            if (wide(file, parity)) {
                return strict(file, 0, parity == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
            }
        }
        // Every byte is a character of Windows-1256, so whatever has more broken letters than whole ones is that.
        return nearlyUtf8(file) ? strict(file, 0, StandardCharsets.UTF_8) : new String(file, ARABIC_WINDOWS);
    }

    /** Whether every other byte says that ASCII or Arabic is meant, as in UTF-16 alone. */
    private static boolean wide(byte[] file, int parity) {
        var length = Math.min(file.length, LOOKED_AT) & ~1;
        var zeros = 0;
        var arabic = 0;
        for (var i = parity; i < length; i += 2) {
            zeros += file[i] == 0 ? 1 : 0;
            arabic += file[i] == 6 ? 1 : 0;
        }
        return zeros > 0 && (zeros + arabic) * 4 > length;
    }

    /** Whether most of what is not ASCII is: one letter that was cut in half must not change all the others. */
    private static boolean nearlyUtf8(byte[] file) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(LOOKED_AT);
        var broken = 0;
        for (var result = decoder.decode(in, out, true); ; result = decoder.decode(in, out, true)) {
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                broken += result.length();
                in.position(in.position() + result.length());
            }
            out.clear();
        }
        var beyond = 0;
        for (var each : file) {
            beyond += each < 0 ? 1 : 0;
        }
        return broken == 0 || beyond - broken > broken;
    }

    private static String strict(byte[] file, int from, Charset charset) throws UnreadableSheet {
        var in = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return charset.newDecoder().decode(in).toString();
        } catch (CharacterCodingException broken) {
            var before = new String(file, from, in.position() - from, charset);
            var line = Long.toString(1 + before.chars().filter(c -> c == '\n').count());
            throw new UnreadableSheet(
                    UnreadableSheet.Why.BROKEN_LETTER,
                    "Line " + line + " has a letter that is no " + charset + ", which the rest is",
                    line);
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
