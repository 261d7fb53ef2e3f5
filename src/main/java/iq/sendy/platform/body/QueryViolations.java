package iq.sendy.platform.body;

import iq.sendy.platform.api.Violations;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Violations of the query string. The faults of a query string so far: filters and paging are bound apart and
 * complained about together.
 */
public final class QueryViolations {

    private static final String ATTRIBUTE = "sendy.query.problems";

    private QueryViolations() {}

    /** Every fault of the query string; complete once all parameters are bound. */
    public static Violations problems(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Violations violations) {
            return violations;
        }
        var violations = new Violations();
        request.setAttribute(ATTRIBUTE, violations);
        return violations;
    }
}
