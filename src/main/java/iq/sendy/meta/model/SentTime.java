package iq.sendy.meta.model;

import iq.sendy.kernel.Digits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Time stamp of Meta: a number or a string of one, of seconds or of milliseconds. */
final class SentTime {

    /** Below it are seconds: as milliseconds it is a day in 1973. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final int MOST_DIGITS = 15;

    /** How far ahead of ours the clock of the sender may be; whatever is later would stay the newest for good. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private SentTime() {}

    /** What it says; where it says nothing, or what has not been yet, when it arrived. */
    static Instant of(@Nullable String stamp, Instant arrived) {
        if (stamp == null || !Digits.only(stamp, MOST_DIGITS)) {
            return arrived;
        }
        var number = Long.parseLong(stamp);
        var said = number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return said.isAfter(arrived.plus(AHEAD)) ? arrived : said;
    }
}
