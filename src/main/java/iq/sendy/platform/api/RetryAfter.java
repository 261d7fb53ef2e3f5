package iq.sendy.platform.api;

import java.time.Duration;

/** Value of the header {@code Retry-After}: when to come again, in whole seconds and never too soon. */
public final class RetryAfter {

    private RetryAfter() {}

    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
