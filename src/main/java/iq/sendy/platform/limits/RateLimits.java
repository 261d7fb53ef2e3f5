package iq.sendy.platform.limits;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.VisitorMark;
import iq.sendy.platform.limits.LimitMeters.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Rate limiting of a request by its caller: a key or a person by their id, and on public and login endpoints the network
 * it comes from. A caller may spend the whole minute at once; after that permits come back evenly.
 *
 * <p>A carrier's customers share addresses. Whoever brings a mark that we gave has a minute of their own, and all of a network
 * who bring one have together as much as {@value #MARKED_TOGETHER} visitors: marks are free, so they cannot count alone.
 */
@Component
public class RateLimits {

    private static final int MARKED_TOGETHER = 10;

    private final RateSettings settings;
    private final SharedTokenBuckets permits;
    private final LimitMeters meters;
    private final CountedPaths counted;
    private final ObjectProvider<VisitorMark> marks;

    RateLimits(
            RateSettings settings,
            SharedTokenBuckets permits,
            LimitMeters meters,
            CountedPaths counted,
            ObjectProvider<VisitorMark> marks) {
        this.settings = settings;
        this.permits = permits;
        this.meters = meters;
        this.counted = counted;
        this.marks = marks;
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
            countPublic(request, response);
        }
    }

    /**
     * Counts what a stranger sends from a page, as the public operations are counted.
     *
     * @throws RequestRejected 429 when there have been too many
     */
    public void countPublic(HttpServletRequest request, HttpServletResponse response) {
        var network = Networks.of(request.getRemoteAddr());
        var most = settings.networkPerMinute();
        var brought = marks.stream().filter(mark -> mark.mayBeWith(request)).findFirst();
        if (brought.isPresent()) {
            // Before the mark is looked at, since that may ask the database.
            spend(Limit.NETWORK, "marked " + network, Math.multiplyExact(MARKED_TOGETHER, most), response);
        }
        var visitor = brought.flatMap(mark -> mark.of(request));
        if (visitor.isPresent()) {
            spend(Limit.VISITOR, "visitor " + visitor.get(), most, response);
        } else {
            spend(Limit.NETWORK, "public " + network, most, response);
        }
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
