package iq.sendy.egress;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Head of an answer, as far as anybody asks for it.
 *
 * @param retryAfter as it was sent; null where it was not, or was longer than any honest one
 * @param contentType as it was sent, if it was
 * @param location where a redirect leads, if it does; nobody follows it unasked
 */
public record ReplyHead(
        int status,
        @Nullable String retryAfter,
        @Nullable String contentType,
        @Nullable String location) {

    private static final int LONGEST_RETRY_AFTER = 64;
    private static final int LONGEST_TYPE = 256;
    private static final int LONGEST_LOCATION = 2_048;

    static ReplyHead of(ClassicHttpResponse response) {
        return new ReplyHead(
                response.getCode(),
                header(response, "Retry-After", LONGEST_RETRY_AFTER),
                header(response, "Content-Type", LONGEST_TYPE),
                header(response, "Location", LONGEST_LOCATION));
    }

    private static @Nullable String header(ClassicHttpResponse response, String name, int longest) {
        var header = response.getFirstHeader(name);
        var value = header == null ? null : header.getValue();
        return value == null || value.length() > longest ? null : value;
    }
}
