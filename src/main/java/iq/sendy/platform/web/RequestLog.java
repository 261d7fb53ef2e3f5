package iq.sendy.platform.web;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request: method, route, status, time, trace, store and credential by their ids. No query values, no
 * bodies, and the route's template instead of the path: nobody's phone or name stands in a log. Who was turned away, or found
 * no route, is there with the address, and with the path as far as it is ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

    static final String TRACE = "traceId";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    /** What somebody is told who guesses, or comes too often. */
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 429);

    private static final Logger LOG = LoggerFactory.getLogger("iq.sendy.requests");

    private final KnownWords words;

    RequestLog(KnownWords words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var started = System.nanoTime();
        var trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(TRACE, trace);
        response.setHeader("X-Trace-Id", trace);
        try (var _ = MDC.putCloseable(TRACE, trace)) {
            try {
                chain.doFilter(request, response);
            } finally {
                log(request, response, System.nanoTime() - started);
            }
        }
    }

    private void log(HttpServletRequest request, HttpServletResponse response, long nanos) {
        var caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known ? known : null;
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var line = LOG.atInfo()
                .addKeyValue("method", method(request))
                .addKeyValue("route", route == null ? "-" : route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("micros", nanos / 1_000)
                .addKeyValue("store", caller == null ? "-" : caller.store())
                .addKeyValue("credential", caller == null ? "-" : caller.kind() + ":" + caller.id());
        if (route == null || TURNED_AWAY.contains(response.getStatus())) {
            line = line.addKeyValue("path", words.of(request.getServletPath()))
                    .addKeyValue("address", address(request));
        }
        line.log("request");
    }

    /** A line for what Tomcat could not read: it reached no filter, and nothing in it can be shown but where it came from. */
    static void unreadable(HttpServletRequest request, int status) {
        if (request.getAttribute(TRACE) == null) {
            LOG.atInfo()
                    .addKeyValue("method", "-")
                    .addKeyValue("route", "-")
                    .addKeyValue("status", status)
                    .addKeyValue("address", address(request))
                    .log("unreadable request");
        }
    }

    /** Of a proxy's header it may be a text of any kind, so it is read first. */
    private static String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        try {
            return address == null ? "-" : InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "-";
        }
    }

    /** A method of the caller's own invention is text from a stranger, and no part of a log. */
    private static String method(HttpServletRequest request) {
        var method = request.getMethod();
        return METHODS.contains(method) ? method : "OTHER";
    }

    /** The trace id of a request, as its log line has it. */
    static String traceOf(HttpServletRequest request) {
        return request.getAttribute(TRACE) instanceof String trace ? trace : "-";
    }
}
