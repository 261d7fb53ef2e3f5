package iq.sendy.jobs.model;

import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.ExponentialBackoff;

/** What follows an attempt that threw: another one, or the end of its job. */
public final class AttemptEnds {

    /** A row that ends its process must not end every process for ever. */
    public static final int MOST_LOST = 5;

    private static final int TEXT = 500;

    private AttemptEnds() {}

    /**
     * Again after a growing gap, or dead.
     *
     * @param attempts that were made, less those that were lost
     * @param draw evenly drawn between -1 and 1
     */
    public static JobEnd after(Retry retry, int attempts, Exception error, double draw) {
        if (attempts >= retry.maxAttempts()) {
            return new JobEnd.Dead(error.getClass().getSimpleName(), shortened(String.valueOf(error.getMessage())));
        }
        var gap = new ExponentialBackoff(retry.first(), retry.longest()).after(attempts - 1);
        return new JobEnd.Again(ExponentialBackoff.jittered(gap, draw));
    }

    public static JobEnd.Dead worn(int lost) {
        return new JobEnd.Dead("lost", lost + " attempts ended with their process or their lease");
    }

    private static String shortened(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }
}
