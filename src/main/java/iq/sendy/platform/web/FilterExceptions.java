package iq.sendy.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Exception handler of the filters. Who asks and for which store is looked up before the controllers, so a database that
 * is away is met there first, and answered as it is everywhere: the container would call it a fault of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FilterExceptions extends OncePerRequestFilter {

    private final ExceptionAnswers answers;

    FilterExceptions(ExceptionAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failed) {
            if (response.isCommitted()) {
                // Half an answer is cut off, so that nobody takes it for the whole.
                throw failed;
            }
            answers.resolveException(request, response, null, failed);
        }
    }
}
