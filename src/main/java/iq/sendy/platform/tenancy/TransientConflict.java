package iq.sendy.platform.tenancy;

import java.sql.SQLException;
import java.util.Set;

/**
 * Transient conflict: a deadlock, a lock time-out, a serialization failure or a {@link WriteConflict}. The transaction that
 * met it did nothing, and may be made anew as a whole.
 */
public final class TransientConflict {

    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private TransientConflict() {}

    /** Whether a transaction failed for such a one. */
    public static boolean is(RuntimeException failed) {
        if (failed instanceof WriteConflict) {
            return true;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
