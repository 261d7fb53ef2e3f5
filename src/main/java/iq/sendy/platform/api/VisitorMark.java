package iq.sendy.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Mark of a visitor: an id that we gave to a browser and know again, by which a stranger counts beside the network, which
 * many may share. A module declares one as a bean for what it gives.
 */
public interface VisitorMark {

    /** Whether a request brings something that may be one, where one counts. It is judged by the request alone. */
    boolean mayBeWith(HttpServletRequest request);

    /** The id; empty when we have not given it. */
    Optional<String> of(HttpServletRequest request);
}
