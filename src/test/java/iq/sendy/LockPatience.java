package iq.sendy;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;

/**
 * What runs at a service's door as at the edge: on a busy machine some wait longer for a row than anybody may, and a request is
 * run again for that. Two who block each other are found before that time, and are a fault.
 */
public final class LockPatience {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** More than a request has: it may be told to come again, and a test comes. */
    private static final int TRIES = 20;

    private LockPatience() {}

    /** Does a whole transaction, which begins anew where a lock did not come in time. */
    public static <T> T of(Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (CannotAcquireLockException waited) {
                if (attempt == TRIES
                        || !(waited.getCause() instanceof SQLException why)
                        || !LOCK_NOT_AVAILABLE.equals(why.getSQLState())) {
                    throw waited;
                }
            }
        }
    }
}
