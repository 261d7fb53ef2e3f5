package iq.sendy.cashier.web;

import java.time.Duration;

/** When to come again, in whole seconds and never too soon. */
final class RetryAfter {

    private RetryAfter() {}

    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
