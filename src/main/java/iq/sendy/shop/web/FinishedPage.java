package iq.sendy.shop.web;

import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.storefront.OpenStorefront;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Finished page: its bytes as they are and packed, each with a tag of its own, and what its answer says beside them. */
final class FinishedPage {

    /** What is shorter goes in two packets anyway. */
    private static final int SHORTEST_PACKED = 1 << 10;

    private static final int OVERHEAD = 1 << 10;
    private static final int TAG_BYTES = 16;

    private final OpenStorefront shop;
    private final Instant since;
    private final @Nullable String route;
    private final Map<String, String> headers;
    private final byte[] plain;
    private final byte @Nullable [] packed;
    private final String tag;
    private final String packedTag;

    /**
     * @param since when it was begun
     * @param route the template of its path, as logs and meters name it
     */
    FinishedPage(
            OpenStorefront shop, Instant since, @Nullable String route, Map<String, String> headers, byte[] plain) {
        this.shop = shop;
        this.since = since;
        this.route = route;
        this.headers = headers;
        this.plain = plain;
        this.packed = plain.length < SHORTEST_PACKED ? null : ContentCodings.gzipQuickly(plain);
        var name =
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Digests.sha256(plain), TAG_BYTES));
        this.tag = '"' + name + '"';
        this.packedTag = '"' + name + "-gzip\"";
    }

    private FinishedPage(FinishedPage same, Instant since) {
        this.shop = same.shop;
        this.since = since;
        this.route = same.route;
        this.headers = same.headers;
        this.plain = same.plain;
        this.packed = same.packed;
        this.tag = same.tag;
        this.packedTag = same.packedTag;
    }

    /** The same bytes, seen to be right at a later time. */
    FinishedPage seenAt(Instant later) {
        return new FinishedPage(this, later);
    }

    /** A page with a part of it in another's place; null where that part is not there just once. */
    @Nullable
    FinishedPage exchanged(String part, String other, Instant later) {
        var text = new String(plain, StandardCharsets.UTF_8);
        var at = text.indexOf(part);
        if (part.isEmpty() || at < 0 || text.indexOf(part, at + 1) >= 0) {
            return null;
        }
        var whole = text.substring(0, at) + other + text.substring(at + part.length());
        return new FinishedPage(shop, later, route, headers, whole.getBytes(StandardCharsets.UTF_8));
    }

    Instant since() {
        return since;
    }

    @Nullable
    String route() {
        return route;
    }

    /** Whether the shop is set up now as it was when the page was made. */
    boolean shows(OpenStorefront now) {
        return shop.equals(now);
    }

    /** The memory that it takes, roughly. */
    int weight() {
        return plain.length + (packed == null ? 0 : packed.length) + OVERHEAD;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        var bytes = packed;
        var packs = bytes != null && ContentCodings.readsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.setHeader(HttpHeaders.ETAG, packs ? packedTag : tag);
        if (isKnown(request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        if (bytes == null || !packs) {
            bytes = plain;
        } else {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, ContentCodings.GZIP);
        }
        response.setContentLength(bytes.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }

    /** By either tag: both forms say the same. */
    private boolean isKnown(HttpServletRequest request) {
        for (var tags : Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH))) {
            if (tags.strip().equals("*") || tags.contains(tag) || tags.contains(packedTag)) {
                return true;
            }
        }
        return false;
    }
}
