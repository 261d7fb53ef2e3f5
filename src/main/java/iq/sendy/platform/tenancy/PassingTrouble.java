package iq.sendy.platform.tenancy;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Passing trouble: what is the fault of the moment and not of the work, such as a database that is away. Work of which a
 * second attempt has no second effect may go well the next time, also after a lost answer to COMMIT.
 */
public final class PassingTrouble {

    private PassingTrouble() {}

    /** Whether work failed for such. */
    public static boolean is(Throwable failed) {
        return failed instanceof TransientDataAccessException
                || failed instanceof DataAccessResourceFailureException
                || failed instanceof TransactionException
                || failed instanceof CommitUnknown
                || failed instanceof WriteConflict;
    }
}
