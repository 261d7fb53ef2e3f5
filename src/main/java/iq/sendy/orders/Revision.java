package iq.sendy.orders;

import java.time.Instant;

/** Revision of a resource: the number of the last event that told of it, when it was made, and when it changed last. */
public record Revision(long sequence, Instant createdAt, Instant updatedAt) {

    /** That of what is made now. */
    public static Revision first(Instant now) {
        return new Revision(1, now, now);
    }
}
