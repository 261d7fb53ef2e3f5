package iq.sendy.storefront;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.web.util.UriUtils;

/**
 * Path segment that names a SKU. A shop may put anything into one; what browsers, proxies and firewalls agree on stands as it
 * is, and all else as base64 behind a tilde.
 */
public final class SkuSegment {

    private static final String ENCODED = "~";
    private static final String PLAIN = "-_. ";

    private SkuSegment() {}

    public static String of(String sku) {
        var plain = sku.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)
                && !sku.codePoints().allMatch(c -> c == '.');
        return plain
                ? UriUtils.encodePathSegment(sku, StandardCharsets.UTF_8)
                : ENCODED
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(sku.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The SKU that a segment names, once the container has decoded it. What we would have written otherwise is no encoding of
     * ours: a SKU may begin with a tilde.
     */
    public static String sku(String segment) {
        if (!segment.startsWith(ENCODED)) {
            return segment;
        }
        try {
            var decoded = new String(
                    Base64.getUrlDecoder().decode(segment.substring(ENCODED.length())), StandardCharsets.UTF_8);
            return of(decoded).equals(segment) ? decoded : segment;
        } catch (IllegalArgumentException plain) {
            return segment;
        }
    }
}
