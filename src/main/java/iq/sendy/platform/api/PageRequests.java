package iq.sendy.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * Browser detection: who names {@code text/html} outside the API is shown pages, and so is whoever was found to want one
 * before its path was looked at.
 */
public final class PageRequests {

    private static final String WANTED = PageRequests.class.getName();

    private PageRequests() {}

    /** Whether the headers name {@code text/html}, whatever the path is. */
    public static boolean nameHtml(HttpServletRequest request) {
        for (var accepted : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
            if (accepted.toLowerCase(Locale.ROOT).contains("text/html")) {
                return true;
            }
        }
        return false;
    }

    /** From now on the request is one for a page, whatever it accepts. */
    public static void want(HttpServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    public static boolean wantPage(HttpServletRequest request) {
        if (request.getAttribute(WANTED) != null) {
            return true;
        }
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        if (path.startsWith("/api/") || request.getServletPath().startsWith("/api/")) {
            return false;
        }
        return nameHtml(request);
    }
}
