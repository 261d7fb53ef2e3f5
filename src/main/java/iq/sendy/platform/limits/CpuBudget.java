package iq.sendy.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Milliseconds of the processor that a key, a person or a network may have in a minute, beside its count of requests: 600
 * receipts of one line are little, 600 of two hundred lines are not. What a work costs is known when it is done, so the last
 * one may go into debt, which is waited for. Counted by this process alone: its processors are what is shared out.
 */
@Component
public class CpuBudget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ClockMeter time;
    private final boolean enabled;
    private final long perMinute;
    private final Cache<String, Bucket> accounts = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(MINUTE.multipliedBy(5))
            .build();

    public CpuBudget(
            Clock clock,
            @Value("${sendy.ratelimit.enabled:true}") boolean enabled,
            @Value("${sendy.ratelimit.cpu-millis-per-minute:30000}") long perMinute) {
        this.time = new ClockMeter(clock);
        this.enabled = enabled;
        this.perMinute = perMinute;
    }

    /**
     * Refuses who has nothing left; whose account is null pays for nothing.
     *
     * @throws RequestRejected 429 with the time until there is something again
     */
    public void refuseSpent(@Nullable String account) {
        if (!enabled || account == null) {
            return;
        }
        var wait = bucket(account).estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (wait > 0) {
            var seconds =
                    Math.max(1, Duration.ofNanos(wait).plusNanos(999_999_999).toSeconds());
            throw new RequestRejected(
                    HttpStatus.TOO_MANY_REQUESTS,
                    List.of(Violation.of("rate.exceeded")),
                    Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    public void spend(@Nullable String account, Duration used) {
        var millis = used.toMillis();
        if (enabled && account != null && millis > 0) {
            bucket(account).consumeIgnoringRateLimits(millis);
        }
    }

    private Bucket bucket(String account) {
        return accounts.get(
                account,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
