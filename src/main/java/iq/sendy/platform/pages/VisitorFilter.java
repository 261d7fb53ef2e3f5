package iq.sendy.platform.pages;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.limits.RateLimits;
import iq.sendy.platform.web.CallerScope;
import iq.sendy.platform.web.VisitedStores;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what a visitor sends, and binds the store whose pages they see. */
class VisitorFilter extends OncePerRequestFilter {

    private static final String PASSED = VisitorFilter.class.getName();

    private final VisitedStores visitedStores;
    private final RateLimits limits;
    private final AnswerWriter writer;

    VisitorFilter(VisitedStores visitedStores, RateLimits limits, AnswerWriter writer) {
        this.visitedStores = visitedStores;
        this.limits = limits;
        this.writer = writer;
    }

    /** Whether a request is a visitor's, of a shop that is open or not. */
    static boolean passed(HttpServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(PASSED, true);
        try {
            if (FormRequests.changes(request)) {
                limits.countPublic(request, response);
            }
            CallerScope.visit(visitedStores.of(request), request, response, chain);
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        }
    }
}
