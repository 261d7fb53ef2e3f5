package iq.sendy.platform.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings that shops' programs write: UTF-8, UTF-16 with or without a mark, and old Excel's Windows-1256. */
final class Encodings {

    private static final Charset ARABIC_WINDOWS = Charset.forName("windows-1256");

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
        if (file.length > 3 && file[1] == 0 && file[0] != 0) {
            return strict(file, 0, StandardCharsets.UTF_16LE);
        }
        if (file.length > 3 && file[0] == 0 && file[1] != 0) {
            return strict(file, 0, StandardCharsets.UTF_16BE);
        }
        try {
            return decoded(file, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            // Every byte is a character of Windows-1256, so this cannot fail: it comes last.
            return new String(file, ARABIC_WINDOWS);
        }
    }

    private static String strict(byte[] file, int from, Charset charset) throws UnreadableSheet {
        try {
            return decoded(file, from, charset);
        } catch (CharacterCodingException broken) {
            throw new UnreadableSheet("It is not the " + charset + " that it begins as");
        }
    }

    private static String decoded(byte[] file, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(file, from, file.length - from))
                .toString();
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
