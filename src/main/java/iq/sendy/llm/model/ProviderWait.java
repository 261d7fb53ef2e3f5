package iq.sendy.llm.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Wait that a provider asks for before the next try: milliseconds, seconds or a date, and never more than 15 minutes. */
public final class ProviderWait {

    public static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int MOST_DIGITS = 16;

    private ProviderWait() {}

    /**
     * Null where nothing readable was said.
     *
     * @param millis of {@code retry-after-ms}, which is the finer one and goes first
     * @param seconds of {@code retry-after}: seconds, perhaps with a fraction, or an HTTP date
     */
    public static @Nullable Duration read(@Nullable String millis, @Nullable String seconds, Instant now) {
        var fine = millis == null ? null : number(millis.strip(), 1);
        if (fine != null) {
            return fine;
        }
        if (seconds == null) {
            return null;
        }
        var text = seconds.strip();
        var coarse = number(text, 1_000);
        return coarse == null ? date(text, now) : coarse;
    }

    private static @Nullable Duration number(String text, long millisEach) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(ProviderWait::isOfNumber)) {
            return null;
        }
        try {
            var millis = new BigDecimal(text).multiply(BigDecimal.valueOf(millisEach));
            return millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) >= 0
                    ? LONGEST
                    : Duration.ofMillis(millis.setScale(0, RoundingMode.CEILING).longValue());
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static boolean isOfNumber(int c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private static @Nullable Duration date(String text, Instant now) {
        try {
            var wait = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            if (wait.isNegative()) {
                return Duration.ZERO;
            }
            return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
