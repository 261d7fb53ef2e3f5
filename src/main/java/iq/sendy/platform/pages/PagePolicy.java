package iq.sendy.platform.pages;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The headers of a page that is written for one reader: nothing from elsewhere, nothing inline, and nobody keeps it. A shop's
 * pages show pictures from anywhere, since its products do. No nonce: those pages are kept for all.
 */
final class PagePolicy {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    /** Of who is signed in: pictures of products from anywhere, what is recorded and chosen here, and the own shop in a frame. */
    private static final String MEMBERS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; "
                    + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; "
                    + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String VISITORS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'self'";

    private PagePolicy() {}

    static void on(HttpServletRequest request, HttpServletResponse response, PageLanguage language) {
        response.setHeader("Content-Security-Policy", of(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
    }

    private static String of(HttpServletRequest request) {
        if (VisitorFilter.passed(request)) {
            return VISITORS;
        }
        return request.getAttribute(Caller.ATTRIBUTE) == null ? CONTENT : MEMBERS;
    }
}
