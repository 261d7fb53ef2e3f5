package iq.sendy.messaging.model;

import iq.sendy.messaging.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Type of a medium by its first bytes, whatever anybody says of it. What is none of these is a file and no more: no page, no
 * drawing that can run a script, and nothing else that a browser would open by itself.
 */
public record SniffedType(MediaKind kind, String mediaType, String extension) {

    public static final SniffedType FILE = new SniffedType(MediaKind.DOCUMENT, "application/octet-stream", "bin");

    private static final SniffedType MP4_SOUND = new SniffedType(MediaKind.AUDIO, "audio/mp4", "m4a");
    private static final SniffedType MP4_FILM = new SniffedType(MediaKind.VIDEO, "video/mp4", "mp4");
    private static final SniffedType MP3 = new SniffedType(MediaKind.AUDIO, "audio/mpeg", "mp3");

    /** Where the brand of an MP4 stands, behind its length and its name. */
    private static final int BRAND = 8;

    private static final Set<String> SOUNDS = Set.of("M4A ", "M4B ");

    /** What a file begins with, or has behind its length where its first bytes are {@code RIFF}. */
    private record MagicNumber(int at, String bytes, SniffedType type) {

        boolean fits(byte[] content) {
            return begins(content, at, bytes) && (at == 0 || begins(content, 0, "RIFF"));
        }
    }

    private static final List<MagicNumber> MAGIC_NUMBERS = List.of(
            new MagicNumber(0, "\u00FF\u00D8\u00FF", new SniffedType(MediaKind.IMAGE, "image/jpeg", "jpg")),
            new MagicNumber(0, "\u0089PNG\r\n\u001A\n", new SniffedType(MediaKind.IMAGE, "image/png", "png")),
            new MagicNumber(BRAND, "WEBP", new SniffedType(MediaKind.IMAGE, "image/webp", "webp")),
            new MagicNumber(0, "OggS", new SniffedType(MediaKind.AUDIO, "audio/ogg", "ogg")),
            new MagicNumber(0, "#!AMR", new SniffedType(MediaKind.AUDIO, "audio/amr", "amr")),
            new MagicNumber(0, "ID3", MP3),
            new MagicNumber(0, "\u00FF\u00FB", MP3),
            new MagicNumber(0, "\u00FF\u00F3", MP3),
            new MagicNumber(0, "\u00FF\u00F2", MP3),
            new MagicNumber(0, "\u00FF\u00F1", new SniffedType(MediaKind.AUDIO, "audio/aac", "aac")),
            new MagicNumber(0, "\u00FF\u00F9", new SniffedType(MediaKind.AUDIO, "audio/aac", "aac")),
            new MagicNumber(BRAND, "WAVE", new SniffedType(MediaKind.AUDIO, "audio/wav", "wav")),
            new MagicNumber(0, "\u001AE\u00DF\u00A3", new SniffedType(MediaKind.VIDEO, "video/webm", "webm")),
            new MagicNumber(0, "%PDF-", new SniffedType(MediaKind.DOCUMENT, "application/pdf", "pdf")),
            new MagicNumber(0, "PK\u0003\u0004", new SniffedType(MediaKind.DOCUMENT, "application/zip", "zip")));

    /** What the bytes are; an MP4 says of itself whether it is a sound only at times, so the sender's word decides then. */
    public static SniffedType of(byte[] content, MediaKind declared) {
        if (begins(content, 4, "ftyp")) {
            var brand = text(content, BRAND, 4);
            return declared == MediaKind.AUDIO || SOUNDS.contains(brand) ? MP4_SOUND : film(brand);
        }
        return MAGIC_NUMBERS.stream()
                .filter(magicNumber -> magicNumber.fits(content))
                .map(MagicNumber::type)
                .findFirst()
                .orElse(FILE);
    }

    private static SniffedType film(String brand) {
        if (brand.startsWith("3g")) {
            return new SniffedType(MediaKind.VIDEO, "video/3gpp", "3gp");
        }
        return brand.equals("qt  ") ? new SniffedType(MediaKind.VIDEO, "video/quicktime", "mov") : MP4_FILM;
    }

    private static boolean begins(byte[] content, int at, String bytes) {
        return text(content, at, bytes.length()).equals(bytes);
    }

    /** As characters of a byte each. */
    private static String text(byte[] content, int at, int length) {
        var from = Math.min(at, content.length);
        return new String(content, from, Math.min(length, content.length - from), StandardCharsets.ISO_8859_1);
    }
}
