package iq.sendy.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Browser detection: who names {@code text/html} outside the API is shown pages. */
public final class PageRequests {

    private PageRequests() {}

    public static boolean wantPage(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        if (path.startsWith("/api/") || request.getServletPath().startsWith("/api/")) {
            return false;
        }
        for (var accepted : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
            if (accepted.toLowerCase(Locale.ROOT).contains("text/html")) {
                return true;
            }
        }
        return false;
    }
}
