package iq.sendy.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Step of a job as its log shows it.
 *
 * @param attempt the how manieth time that the job was taken up
 * @param number its place in that attempt, from 1
 * @param details figures and digests, as JSON; never the text of a message
 */
public record LoggedStep(
        int attempt,
        int number,
        String kind,
        String name,
        String outcome,
        @Nullable String details,
        Instant at) {}
