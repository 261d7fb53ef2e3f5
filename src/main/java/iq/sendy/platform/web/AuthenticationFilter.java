package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller, counts the request against its limit, and binds the store for all that follows. */
class AuthenticationFilter extends OncePerRequestFilter {

    private final RequestAuthenticator requestAuthenticator;
    private final VisitedStores visitedStores;
    private final AnswerWriter writer;

    AuthenticationFilter(RequestAuthenticator requestAuthenticator, VisitedStores visitedStores, AnswerWriter writer) {
        this.requestAuthenticator = requestAuthenticator;
        this.visitedStores = visitedStores;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var caller = requestAuthenticator.enter(request, response);
            if (caller == null) {
                CallerScope.visit(visitedStores.of(request), request, response, chain);
            } else {
                CallerScope.proceed(caller, request, response, chain);
            }
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        }
    }
}
