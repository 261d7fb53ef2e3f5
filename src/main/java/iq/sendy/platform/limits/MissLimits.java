package iq.sendy.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.LimitMeters.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Limit of misses: how often a network may ask for what is not there, where whoever guesses right sees something. Who has
 * missed too often waits, also with what is there; else the limit would hold nobody up.
 */
@Component
public class MissLimits {

    private static final int MOST_PER_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateSettings settings;
    private final SharedTokenBuckets permits;
    private final LimitMeters meters;
    private final Clock clock;
    private final Cache<String, Instant> waiting =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(MINUTE).build();

    MissLimits(RateSettings settings, SharedTokenBuckets permits, LimitMeters meters, Clock clock) {
        this.settings = settings;
        this.permits = permits;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Lets a request look something up.
     *
     * @throws RequestRejected 429 while its network waits
     */
    public void admit(HttpServletRequest request) {
        var until = waiting.getIfPresent(Networks.of(request.getRemoteAddr()));
        var now = clock.instant();
        if (settings.enabled() && until != null && until.isAfter(now)) {
            throw tooMany(Duration.between(now, until));
        }
    }

    /**
     * Counts a request that found nothing.
     *
     * @throws RequestRejected 429 when there have been too many
     */
    public void missed(HttpServletRequest request) {
        if (!settings.enabled()) {
            return;
        }
        var network = Networks.of(request.getRemoteAddr());
        var permit = permits.take("missed " + network, MOST_PER_MINUTE);
        if (!permit.granted()) {
            waiting.put(network, clock.instant().plus(permit.next()));
            throw tooMany(permit.next());
        }
    }

    private RequestRejected tooMany(Duration wait) {
        meters.refused(Limit.NETWORK);
        var seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new RequestRejected(
                HttpStatus.TOO_MANY_REQUESTS,
                List.of(Violation.of("rate.exceeded")),
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
}
