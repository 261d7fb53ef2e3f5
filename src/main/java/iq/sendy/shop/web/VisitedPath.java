package iq.sendy.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Path of a request below the address of a shop.
 *
 * @param address what it names the shop by
 * @param below what follows, decoded, empty or with a slash at its beginning
 * @param sent the same as it was sent
 */
record VisitedPath(HttpServletRequest request, String address, String below, String sent) {

    private static final String LANGUAGE = "lang=";

    /** @param prefix what stands before the address, with a slash at its end */
    static VisitedPath of(String prefix, HttpServletRequest request) {
        var rest = request.getServletPath().substring(prefix.length());
        var end = rest.indexOf('/');
        var uri = request.getRequestURI();
        var slash = -1;
        for (var skipped = prefix.chars().filter(c -> c == '/').count(); skipped >= 0; skipped--) {
            slash = uri.indexOf('/', slash + 1);
            if (slash < 0) {
                break;
            }
        }
        return new VisitedPath(
                request,
                end < 0 ? rest : rest.substring(0, end),
                end < 0 ? "" : rest.substring(end),
                slash < 0 ? "" : uri.substring(slash));
    }

    /** Whether it was sent as it is read: with no parameters, double slashes or the like, which lead nowhere. */
    boolean isPlain() {
        var uri = request.getRequestURI();
        return uri.equals(request.getServletPath())
                || UriUtils.decode(uri, StandardCharsets.UTF_8).equals(request.getServletPath());
    }

    /** The language that the address asks for; a form's fields are not looked at, nor is its body touched. */
    @Nullable
    String language() {
        var query = request.getQueryString();
        if (query == null) {
            return null;
        }
        var start = query.startsWith(LANGUAGE) ? 0 : query.indexOf("&" + LANGUAGE) + 1;
        if (start == 0 && !query.startsWith(LANGUAGE)) {
            return null;
        }
        var end = query.indexOf('&', start);
        return query.substring(start + LANGUAGE.length(), end < 0 ? query.length() : end);
    }

    /** What follows the address with the query, behind the beginning of another one. */
    String under(String base) {
        var query = request.getQueryString();
        return base + sent + (query == null ? "" : "?" + query);
    }
}
