package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits that hold for every request. What is the same for every request: URLs of at most 8 KiB, no special answer to a
 * browser's preflight, no echo.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class RequestLimitsFilter extends OncePerRequestFilter {

    private static final int LONGEST_URL = 8 << 10;

    private final AnswerWriter writer;

    RequestLimitsFilter(AnswerWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length() + 1) > LONGEST_URL) {
            writer.write(
                    request, response, new RequestRejected(HttpStatus.URI_TOO_LONG, Violation.of("request.malformed")));
            return;
        }
        chain.doFilter(plain(request), response);
    }

    private static HttpServletRequest plain(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "OPTIONS" -> new NoPreflight(request);
            case "TRACE" -> new NoEcho(request);
            default -> request;
        };
    }

    /** By this name it is a method that no route has, and the answer 405; by its own the servlet echoes the request. */
    private static final class NoEcho extends HttpServletRequestWrapper {

        NoEcho(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "trace";
        }
    }

    /** Spring MVC would refuse a preflight with 403 and CORS headers where no route allows other origins. */
    private static final class NoPreflight extends HttpServletRequestWrapper {

        NoPreflight(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) ? null : super.getHeader(name);
        }
    }
}
