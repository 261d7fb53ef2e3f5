package iq.sendy.platform.limits;

import java.time.Duration;

/**
 * What came of asking for a permit.
 *
 * @param remaining how many are left
 * @param next when the next one is there, zero when one is
 * @param full when all are there again
 */
record PermitResult(boolean granted, long remaining, Duration next, Duration full) {

    /** From what is left of a minute: permits come back evenly. */
    static PermitResult of(boolean granted, long remaining, Duration next, int perMinute) {
        var left = Math.clamp(remaining, 0, perMinute);
        var full = Duration.ofMinutes(1).multipliedBy(perMinute - left).dividedBy(perMinute);
        return new PermitResult(granted, left, next, full);
    }
}
