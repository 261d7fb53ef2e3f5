package iq.sendy.jobs.model;

import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.Retry;
import java.time.Duration;

/** Exponential backoff after an attempt that threw. */
public final class Backoff {

    /** A row that ends its process must not end every process for ever. */
    public static final int MOST_LOST = 5;

    private static final int TEXT = 500;

    private Backoff() {}

    /**
     * Again after a growing gap, or dead.
     *
     * @param attempts that were made, less those that were lost
     * @param jitter between 0.8 and 1.2
     */
    public static JobEnd after(Retry retry, int attempts, Exception error, double jitter) {
        if (attempts >= retry.maxAttempts()) {
            return new JobEnd.Dead(error.getClass().getSimpleName(), shortened(String.valueOf(error.getMessage())));
        }
        var doublings = Math.min(Math.max(attempts - 1, 0), 30);
        var gap =
                Math.min(retry.first().toMillis() << doublings, retry.longest().toMillis());
        return new JobEnd.Again(Duration.ofMillis(Math.round(gap * jitter)));
    }

    public static JobEnd.Dead worn(int lost) {
        return new JobEnd.Dead("lost", lost + " attempts ended with their process or their lease");
    }

    private static String shortened(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }
}
