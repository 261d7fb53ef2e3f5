package iq.sendy.platform.limits;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.LimitMeters.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Rate limiting of a request by its caller: a key or a person by their id, and on public and login endpoints the network
 * it comes from. A caller may spend the whole minute at once; after that permits come back evenly.
 */
@Component
public class RateLimits {

    private final RateSettings settings;
    private final SharedTokenBuckets permits;
    private final LimitMeters meters;
    private final CountedPaths counted;

    RateLimits(RateSettings settings, SharedTokenBuckets permits, LimitMeters meters, CountedPaths counted) {
        this.settings = settings;
        this.permits = permits;
        this.meters = meters;
        this.counted = counted;
    }

    /**
     * Counts a request whose caller is known, or that needs none.
     *
     * @throws RequestRejected 429 when there have been too many
     */
    public void count(@Nullable Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (caller != null) {
            var key = caller.kind() == Caller.Kind.KEY;
            spend(
                    key ? Limit.KEY : Limit.USER,
                    (key ? "key " : "user ") + caller.id(),
                    key ? settings.keyPerMinute() : settings.userPerMinute(),
                    response);
            return;
        }
        if (counted.contain(request.getServletPath())) {
            spend(
                    Limit.NETWORK,
                    "public " + Networks.of(request.getRemoteAddr()),
                    settings.networkPerMinute(),
                    response);
        }
    }

    /**
     * Counts what a stranger sends from a page, as the public operations are counted.
     *
     * @throws RequestRejected 429 when there have been too many
     */
    public void countPublic(HttpServletRequest request, HttpServletResponse response) {
        spend(Limit.NETWORK, "public " + Networks.of(request.getRemoteAddr()), settings.networkPerMinute(), response);
    }

    /**
     * Counts a credential that opened nothing against the network it came from, so that keys cannot be guessed at will. It
     * is a count of its own: one wrong key in a shop's till must not close the public pages to the shop.
     *
     * @throws RequestRejected 429 when there have been too many
     */
    public void countUnknown(HttpServletRequest request, HttpServletResponse response) {
        spend(
                Limit.CREDENTIAL,
                "unknown " + Networks.of(request.getRemoteAddr()),
                settings.networkPerMinute(),
                response);
    }

    private void spend(Limit limit, String who, int perMinute, HttpServletResponse response) {
        if (!settings.enabled()) {
            return;
        }
        var permitResult = permits.take(who, perMinute);
        response.setHeader("RateLimit-Limit", Integer.toString(perMinute));
        response.setHeader("RateLimit-Remaining", Long.toString(permitResult.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(permitResult.full())));
        if (!permitResult.granted()) {
            meters.refused(limit);
            var wait = Math.max(1, seconds(permitResult.next()));
            throw new RequestRejected(
                    HttpStatus.TOO_MANY_REQUESTS,
                    List.of(Violation.of("rate.exceeded")),
                    Map.of(HttpHeaders.RETRY_AFTER, Long.toString(wait)));
        }
    }

    /** Whole seconds, rounded up: who waits that long is not refused again. */
    private static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
