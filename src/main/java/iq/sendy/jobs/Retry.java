package iq.sendy.jobs;

import java.time.Duration;

/**
 * Retry policy: how often what failed is tried, and how far apart.
 *
 * @param first gap after the first attempt; each further one is twice as long, and all are drawn with 20 % to either side
 */
public record Retry(int maxAttempts, Duration first, Duration longest) {

    public static final Retry USUAL = new Retry(10, Duration.ofSeconds(2), Duration.ofMinutes(30));
}
