package iq.sendy.platform.pages;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialLookup;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.limits.RateLimits;
import iq.sendy.platform.web.CallerScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds who is signed in by the cookie, counts the request, and binds their store for all that follows. A session is a
 * sign-in like those of the API, and ends with it: docs/decisions/0033.
 */
class SessionFilter extends OncePerRequestFilter {

    private final CredentialLookup credentialLookup;
    private final PageCookies cookies;
    private final RateLimits limits;
    private final AnswerWriter writer;
    private final RequestMatcher open;

    SessionFilter(
            CredentialLookup credentialLookup,
            PageCookies cookies,
            RateLimits limits,
            AnswerWriter writer,
            RequestMatcher open) {
        this.credentialLookup = credentialLookup;
        this.cookies = cookies;
        this.limits = limits;
        this.writer = writer;
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = caller(request, response);
            if (caller != null) {
                limits.count(caller, request, response);
            } else if (FormRequests.changes(request)) {
                limits.countPublic(request, response);
            }
            if (caller == null) {
                CallerScope.visit(StoreId.PLATFORM, request, response, chain);
            } else {
                CallerScope.proceed(caller, request, response, chain);
            }
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        }
    }

    private @Nullable Caller caller(HttpServletRequest request, HttpServletResponse response) {
        var session = cookies.session(request);
        if (session.isEmpty()) {
            return null;
        }
        try {
            return credentialLookup.bySession(session.get());
        } catch (RequestRejected requestRejected) {
            if (requestRejected.status() == HttpStatus.UNAUTHORIZED) {
                limits.countUnknown(request, response);
                cookies.signOut(response);
                return null;
            }
            if (open.matches(request)) {
                return null;
            }
            throw requestRejected;
        }
    }
}
