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
    private final AnswerWriter writer;

    AuthenticationFilter(RequestAuthenticator requestAuthenticator, AnswerWriter writer) {
        this.requestAuthenticator = requestAuthenticator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CallerScope.proceed(requestAuthenticator.enter(request, response), request, response, chain);
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        }
    }
}
