package iq.sendy.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Error page: shows a failed answer to a person in a browser, where a program gets the envelope. */
public interface FailurePage {

    /**
     * Writes the page with the answer's status and headers.
     *
     * @param traceId to look a failure of ours up by; null for the caller's
     * @return whether it was written; if not, nothing was
     */
    boolean write(HttpServletRequest request, HttpServletResponse response, Answer<?> answer, @Nullable String traceId)
            throws IOException;
}
