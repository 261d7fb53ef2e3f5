package iq.sendy.egress;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Head of an answer, as far as anybody asks for it.
 *
 * @param retryAfter as it was sent; null where it was not, or was longer than any honest one
 * @param contentType as it was sent, if it was
 * @param location where a redirect leads, if it does; nobody follows it unasked
 * @param retryAfterMs the same as {@code retryAfter} in milliseconds, which some send beside it
 * @param requestId by which the other side knows the request, if it says so
 */
public record ReplyHead(
        int status,
        @Nullable String retryAfter,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String retryAfterMs,
        @Nullable String requestId) {

    private static final int LONGEST_RETRY_AFTER = 64;
    private static final int LONGEST_TYPE = 256;
    private static final int LONGEST_LOCATION = 2_048;
    private static final int LONGEST_ID = 200;

    static ReplyHead of(ClassicHttpResponse response) {
        return new ReplyHead(
                response.getCode(),
                header(response, "Retry-After", LONGEST_RETRY_AFTER),
                header(response, "Content-Type", LONGEST_TYPE),
                header(response, "Location", LONGEST_LOCATION),
                header(response, "Retry-After-Ms", LONGEST_RETRY_AFTER),
                requestId(response));
    }

    private static @Nullable String requestId(ClassicHttpResponse response) {
        var id = header(response, "Request-Id", LONGEST_ID);
        return id == null ? header(response, "X-Request-Id", LONGEST_ID) : id;
    }

    private static @Nullable String header(ClassicHttpResponse response, String name, int longest) {
        var header = response.getFirstHeader(name);
        var value = header == null ? null : header.getValue();
        return value == null || value.length() > longest ? null : value;
    }
}
