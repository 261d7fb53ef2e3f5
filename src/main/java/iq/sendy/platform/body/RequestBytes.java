package iq.sendy.platform.body;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/** The body of a request, read once and counted while reading, whatever {@code Content-Length} says. */
public final class RequestBytes {

    /** As it is called, and as many write it. */
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

    private static final String ATTRIBUTE = "sendy.body";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int FIRST_PART = 2 << 10;
    private static final int LONGEST_PART = 64 << 10;

    private static final long COPIES_OF_A_FORM = 4;
    private static final long COPIES_OF_RAW = 4;
    private static final long COPIES_OF_TEXT = 5;
    private static final long BYTES_OF_A_NODE = 100;
    private static final int BYTES_BEHIND_A_NODE = 14;

    private RequestBytes() {}

    /**
     * All bytes of the body; empty when there is none.
     *
     * @throws RequestRejected 413 when there are more than {@code most}, 415 when they are packed, 429 and 503 without room for them
     */
    public static byte[] of(HttpServletRequest request, int most) {
        return of(request, most, bytes -> weight(bytes, most, request.getContentType()));
    }

    /**
     * As {@link #of}, for a body that is kept as it came and looked at without making values of it.
     *
     * @throws RequestRejected as there
     */
    public static byte[] raw(HttpServletRequest request, int most) {
        return of(request, most, bytes -> COPIES_OF_RAW * bytes.length);
    }

    private static byte[] of(HttpServletRequest request, int most, ToLongFunction<byte[]> weight) {
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
        var heldBytes = BodyMemoryBudget.of(request);
        heldBytes.expect(request.getContentLengthLong());
        try {
            var bytes = read(request.getInputStream(), most, heldBytes, System::nanoTime);
            heldBytes.grow(weight.applyAsLong(bytes));
            request.setAttribute(ATTRIBUTE, bytes);
            return bytes;
        } catch (IOException gone) {
            // The sender broke off, or its chunks make no sense: there is no body to answer about.
            throw JsonParser.malformed();
        }
    }

    /** The container's own time-out begins anew with each byte; a sender who trickles is cut off here. */
    static byte[] read(InputStream body, int most, BodyMemoryBudget.HeldBytes heldBytes, LongSupplier nanos)
            throws IOException {
        var end = nanos.getAsLong() + LONGEST.toNanos();
        var full = new ArrayList<byte[]>();
        var part = new byte[FIRST_PART];
        var filled = 0;
        var total = 0;
        for (var length = body.read(part); length >= 0; length = body.read(part, filled, part.length - filled)) {
            heldBytes.read(length);
            filled += length;
            total += length;
            if (total > most) {
                throw tooLarge(most);
            }
            if (nanos.getAsLong() - end > 0) {
                throw new IOException("The body took longer than " + LONGEST);
            }
            if (filled == part.length) {
                full.add(part);
                part = new byte[Math.clamp(total, FIRST_PART, LONGEST_PART)];
                filled = 0;
            }
        }
        var whole = ByteBuffer.allocate(total);
        full.forEach(whole::put);
        return whole.put(part, 0, filled).array();
    }

    /**
     * What is made of a body beside its bytes, as measured: text of it as characters and once more as values, and about 100
     * bytes for each number, name and beginning of a list or an object, which JSON may have at every second byte. Beyond the
     * tokens that the parser takes there is nothing.
     */
    private static long weight(byte[] bytes, int most, @Nullable String type) {
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, 10)) {
            return COPIES_OF_A_FORM * bytes.length;
        }
        var nodes = 0L;
        for (var one : bytes) {
            nodes += switch (one) {
                case '{', '[' -> 2;
                case ',', ':' -> 1;
                default -> 0;
            };
        }
        return COPIES_OF_TEXT * bytes.length + BYTES_OF_A_NODE * Math.min(nodes, most / BYTES_BEHIND_A_NODE);
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
                    || (charset != null
                            && !UTF_8.contains(charset.replace("\"", "").toLowerCase(Locale.ROOT)))) {
                throw wrongType();
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw wrongType();
        }
    }

    private static RequestRejected wrongType() {
        return new RequestRejected(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, Violation.of("body.media_type", "application/json"));
    }

    private static RequestRejected tooLarge(int most) {
        return new RequestRejected(
                HttpStatus.CONTENT_TOO_LARGE, Violation.of("body.too_large", Integer.toString(most >> 20)));
    }
}
