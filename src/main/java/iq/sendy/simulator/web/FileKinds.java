package iq.sendy.simulator.web;

import iq.sendy.kernel.Bytes;
import java.nio.charset.StandardCharsets;

/** Types of files by how they begin, as a phone knows what it has taken a picture of. */
final class FileKinds {

    private FileKinds() {}

    static String mimeType(Bytes content) {
        var bytes = content.toArray();
        var head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (head.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return "image/webp";
        }
        return head.startsWith("%PDF") ? "application/pdf" : "application/octet-stream";
    }

    static String name(Bytes content) {
        return switch (mimeType(content)) {
            case "image/jpeg" -> "picture.jpg";
            case "image/png" -> "picture.png";
            case "image/gif" -> "picture.gif";
            case "image/webp" -> "picture.webp";
            case "application/pdf" -> "document.pdf";
            default -> "file.bin";
        };
    }
}
