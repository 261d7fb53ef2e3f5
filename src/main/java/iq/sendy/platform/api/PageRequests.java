package iq.sendy.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Browser detection: who takes {@code text/html}, by its name, outside the API is shown pages, and so is whoever was found to want one
 * before its path was looked at.
 */
public final class PageRequests {

    private static final String WANTED = PageRequests.class.getName();

    private static final MediaType NOT_WANTED = new MediaType("*", "*", 0.0);

    private PageRequests() {}

    /** Whether the headers name {@code text/html} and want JSON no more than it; of two alike the one that stands first. */
    public static boolean preferHtml(HttpServletRequest request) {
        var accepted = accepted(request);
        if (accepted == null) {
            return nameHtml(request);
        }
        var html = first(accepted, MediaType.TEXT_HTML::equalsTypeAndSubtype);
        var named = first(accepted, MediaType.APPLICATION_JSON::equalsTypeAndSubtype);
        if (html.isEmpty() || html.get().getQualityValue() == 0) {
            return false;
        }
        var json = named.or(() -> first(accepted, type -> type.includes(MediaType.APPLICATION_JSON)))
                .orElse(NOT_WANTED);
        var wanted = Double.compare(html.get().getQualityValue(), json.getQualityValue());
        return wanted > 0
                || (wanted == 0 && (named.isEmpty() || accepted.indexOf(html.get()) < accepted.indexOf(named.get())));
    }

    /** What the headers name; null when nobody can read them. */
    private static @Nullable List<MediaType> accepted(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    private static Optional<MediaType> first(List<MediaType> accepted, Predicate<MediaType> one) {
        return accepted.stream().filter(one).findFirst();
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
        return nameHtml(request) && !rulesOutHtml(request);
    }

    /** {@code text/html;q=0} names it, to say that it is not taken. */
    private static boolean rulesOutHtml(HttpServletRequest request) {
        var accepted = accepted(request);
        return accepted != null
                && first(accepted, MediaType.TEXT_HTML::equalsTypeAndSubtype)
                        .filter(html -> html.getQualityValue() == 0)
                        .isPresent();
    }

    private static boolean nameHtml(HttpServletRequest request) {
        for (var accepted : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
            if (accepted.toLowerCase(Locale.ROOT).contains("text/html")) {
                return true;
            }
        }
        return false;
    }
}
