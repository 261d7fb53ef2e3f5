package iq.sendy.webhooks.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.ExponentialBackoff;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Twelve attempts over about 71 hours, each gap from the end of the attempt before. */
public final class RetrySchedule {

    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration USUAL_MOST = Duration.ofMinutes(15);

    private RetrySchedule() {}

    /**
     * How long to wait after an attempt that failed; empty after the last.
     *
     * @param made attempts so far, with this one
     * @param draw between -1 and 1: where in ±20 % of the gap
     * @param retryAfter what a 429 or 503 asked for, as it was sent
     */
    public static Optional<Duration> after(int made, double draw, @Nullable String retryAfter, Instant now) {
        if (made > GAPS.size()) {
            return Optional.empty();
        }
        var gap = GAPS.get(made - 1);
        var scheduled = ExponentialBackoff.jittered(gap, draw);
        return Optional.of(asked(retryAfter, now)
                .map(asked -> clamped(asked, scheduled, gap))
                .orElse(scheduled));
    }

    /** No sooner than scheduled, no later than is reasonable for this gap, and never over a day. */
    private static Duration clamped(Duration asked, Duration scheduled, Duration gap) {
        var most = gap.multipliedBy(4);
        most = most.compareTo(USUAL_MOST) < 0 ? USUAL_MOST : most;
        most = most.compareTo(LONGEST) > 0 ? LONGEST : most;
        var wanted = asked.compareTo(most) > 0 ? most : asked;
        return wanted.compareTo(scheduled) < 0 ? scheduled : wanted;
    }

    /** Seconds or an HTTP date; anything else is as if it had not been sent. */
    private static Optional<Duration> asked(@Nullable String retryAfter, Instant now) {
        var text = retryAfter == null ? "" : retryAfter.strip();
        if (Digits.only(text, 18)) {
            return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST.toSeconds())));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, at));
        } catch (DateTimeException rubbish) {
            return Optional.empty();
        }
    }
}
