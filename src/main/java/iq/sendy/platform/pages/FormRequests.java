package iq.sendy.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Tells what changes something from what only looks. */
final class FormRequests {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "trace");

    private FormRequests() {}

    static boolean changes(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }
}
