package iq.sendy.buyers.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Allowance of one-time codes: how many are sent within a time.
 *
 * @param subject whose codes are counted, as a digest: no phone and no address is kept
 */
public record CodeAllowance(String subject, int most, Duration within) {

    /**
     * What was sent so far.
     *
     * @param endsAt when the count begins anew
     */
    public record Count(int sent, Instant endsAt) {}

    /** How long the next code has to wait; zero where it may be sent now. */
    public Duration delay(Count count, Instant now) {
        return count.sent() < most || !now.isBefore(count.endsAt())
                ? Duration.ZERO
                : Duration.between(now, count.endsAt());
    }

    /** With one more code. */
    public Count after(Count count, Instant now) {
        return now.isBefore(count.endsAt())
                ? new Count(count.sent() + 1, count.endsAt())
                : new Count(1, now.plus(within));
    }
}
