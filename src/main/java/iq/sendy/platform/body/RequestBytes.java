package iq.sendy.platform.body;

import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/** The body of a request, read once and counted while reading, whatever {@code Content-Length} says. */
public final class RequestBytes {

    private static final String ATTRIBUTE = "sendy.body";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RequestBytes() {}

    /**
     * All bytes of the body; empty when there is none.
     *
     * @throws Refused 413 when there are more than {@code most}, 415 when they are packed
     */
    public static byte[] of(HttpServletRequest request, int most) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] read) {
            return read;
        }
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw wrongType();
        }
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            var bytes = read(request.getInputStream(), most);
            request.setAttribute(ATTRIBUTE, bytes);
            return bytes;
        } catch (IOException gone) {
            // The sender broke off, or its chunks make no sense: there is no body to answer about.
            throw JsonText.malformed();
        }
    }

    /** The container's own time-out begins anew with each byte; a sender who trickles is cut off here. */
    private static byte[] read(InputStream body, int most) throws IOException {
        var end = System.nanoTime() + LONGEST.toNanos();
        var bytes = new ByteArrayOutputStream();
        var part = new byte[8 << 10];
        for (var length = body.read(part); length >= 0; length = body.read(part)) {
            bytes.write(part, 0, length);
            if (bytes.size() > most) {
                throw tooLarge(most);
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("The body took longer than " + LONGEST);
            }
        }
        return bytes.toByteArray();
    }

    /** Refuses what is not JSON in UTF-8 with 415. */
    static void refuseOther(HttpServletRequest request) {
        var type = request.getContentType();
        if (!StringUtils.hasText(type)) {
            throw wrongType();
        }
        try {
            var media = MediaType.parseMediaType(type);
            var charset = media.getParameter("charset");
            if (!media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8"))) {
                throw wrongType();
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw wrongType();
        }
    }

    private static Refused wrongType() {
        return new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Fault.of("body.media_type", "application/json"));
    }

    private static Refused tooLarge(int most) {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, Fault.of("body.too_large", Integer.toString(most >> 20)));
    }
}
