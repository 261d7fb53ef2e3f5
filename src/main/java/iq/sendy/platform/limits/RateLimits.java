package iq.sendy.platform.limits;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts a request against its caller's limit. */
@Component
public class RateLimits {

    /** Counts it, or refuses it with 429. */
    public void count(@Nullable Caller caller, HttpServletRequest request, HttpServletResponse response) {}
}
