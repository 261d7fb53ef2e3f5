package iq.sendy.faults.attacks;

import java.time.Duration;

/**
 * What became of a request.
 *
 * @param status of the answer, or one of the constants
 * @param retryAfter the header of that name; empty without one
 * @param body as much of the answer as is kept
 * @param answered the bytes of the answer's body
 * @param sent the bytes that were taken from us, those in the system's buffers with them
 */
public record Outcome(int status, String retryAfter, String body, long answered, long sent, Duration took) {

    /** The connection was closed without an answer. */
    public static final int CLOSED = 0;

    /** Nothing came in time. */
    public static final int SILENT = -1;

    /** The same, begun so much earlier. */
    public Outcome after(Duration waiting) {
        return new Outcome(status, retryAfter, body, answered, sent, took.plus(waiting));
    }

    public boolean isSilent() {
        return status == SILENT;
    }

    /** Trouble of the server that tells nobody when to come again. */
    public boolean isForbidden() {
        return status >= 500 && !(status == 503 && !retryAfter.isEmpty());
    }

    /** The status for a list. */
    public String word() {
        return switch (status) {
            case CLOSED -> "closed";
            case SILENT -> "silent";
            default -> Integer.toString(status);
        };
    }
}
