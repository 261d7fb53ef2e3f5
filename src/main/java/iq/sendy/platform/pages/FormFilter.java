package iq.sendy.platform.pages;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.RequestBytes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a form from our own pages alone, and reads it whole and counted, since the container is told not to: its fields then
 * are the request's parameters. What nobody may send is not read.
 */
class FormFilter extends OncePerRequestFilter {

    /** Of strangers. */
    private static final int MOST = 64 << 10;

    /** Of who has signed in: a purchase order of two hundred lines with a note to each. */
    private static final int MOST_SIGNED_IN = 1 << 20;

    private final AnswerWriter writer;
    private final RequestMatcher open;
    private final String publicUrl;

    /** @param publicUrl where people reach this Sendy when a proxy changes the host; empty when unknown */
    FormFilter(AnswerWriter writer, RequestMatcher open, String publicUrl) {
        this.writer = writer;
        this.open = open;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!FormRequests.changes(request) || !mayBeSent(request)) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest read;
        try {
            if (!fromHere(request)) {
                throw new RequestRejected(HttpStatus.FORBIDDEN, Violation.of("form.expired"));
            }
            read = isForm(request) ? new FormRequest(request, RequestBytes.of(request, most(request))) : request;
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
            return;
        }
        chain.doFilter(read, response);
    }

    private boolean mayBeSent(HttpServletRequest request) {
        return isSignedIn(request) || open.matches(request);
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        return request.getAttribute(Caller.ATTRIBUTE) != null;
    }

    private static int most(HttpServletRequest request) {
        return isSignedIn(request) ? MOST_SIGNED_IN : MOST;
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Every browser says where a form comes from. Who says nothing is judged by the form's token alone. */
    private boolean fromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        var authority = authority(origin);
        if (authority == null) {
            return false;
        }
        var own = authority(publicUrl);
        return authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                || (own != null && authority.equalsIgnoreCase(own));
    }

    private static @Nullable String authority(String url) {
        try {
            return new URI(url).getRawAuthority();
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
