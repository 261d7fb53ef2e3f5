package iq.sendy.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * Concurrency lane of what shares a limit and fails together: one endpoint of a store, or all the jobs of a kind. Jobs
 * of a closed lane wait in their place and cost nothing.
 *
 * @param openFrom when its jobs may be taken, as the database's clock has it; {@link Instant#MIN} is now,
 *     {@link Instant#MAX} not before {@link Jobs#reopen}
 * @param mostInFlight attempts at once in one process
 */
public record Lane(UUID id, Instant openFrom, int mostInFlight) {

    public Lane {
        if (mostInFlight < 1) {
            throw new IllegalArgumentException("A lane that lets nothing through is a closed one");
        }
    }

    public static Lane open(UUID id, int mostInFlight) {
        return new Lane(id, Instant.MIN, mostInFlight);
    }

    public static Lane closed(UUID id) {
        return new Lane(id, Instant.MAX, 1);
    }

    public static Lane openFrom(UUID id, Instant from, int mostInFlight) {
        return new Lane(id, from, mostInFlight);
    }

    public boolean isClosed() {
        return openFrom.equals(Instant.MAX);
    }
}
