package iq.sendy.platform.tenancy;

/**
 * Optimistic concurrency conflict. Another step changed, between our questions and our last write, what the answer
 * depended on. All rolls back and the step runs again as after a deadlock, three times at most; then its questions give
 * the right answer.
 */
public class WriteConflict extends RuntimeException {

    public WriteConflict(String by) {
        super(by);
    }
}
