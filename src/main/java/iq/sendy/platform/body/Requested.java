package iq.sendy.platform.body;

import iq.sendy.platform.api.Problems;
import jakarta.servlet.http.HttpServletRequest;

/** The faults of a query string so far: filters and paging are bound apart and complained about together. */
public final class Requested {

    private static final String ATTRIBUTE = "sendy.query.problems";

    private Requested() {}

    /** Every fault of the query string; complete once all parameters are bound. */
    public static Problems problems(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Problems problems) {
            return problems;
        }
        var problems = new Problems();
        request.setAttribute(ATTRIBUTE, problems);
        return problems;
    }
}
