package iq.sendy.platform.tenancy;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Optimistic concurrency conflict. Another step changed, between our questions and our last write, what the answer
 * depended on. All rolls back and the step runs again as after a deadlock, three times at most; then its questions give
 * the right answer.
 */
public class WriteConflict extends RuntimeException {

    public WriteConflict(String by) {
        super(by);
    }

    /**
     * A write whose key another may take at the same moment.
     *
     * @param by what took it
     */
    public static <T> T onDuplicateKey(String by, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException taken) {
            throw new WriteConflict(by);
        }
    }
}
