package iq.sendy.platform.tenancy;

import iq.sendy.platform.database.AdmissionControl;
import iq.sendy.platform.database.AdmissionControl.Turn;
import iq.sendy.platform.database.BackgroundWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tenant-aware transaction manager. Every transaction begins by naming its store. Without one, row level security
 * answers with an error. Those of requests go through the turnstile first.
 */
@Component("transactionManager")
class TenantTransactions extends JdbcTransactionManager {

    /** Waiting longer than this is answered 503 with Retry-After. A thousand buyers at once wait here for their turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Signing in and up, and whatever else is asked across stores. */
    private static final Object NO_STORE = new Object();

    private final AdmissionControl admissionControl;

    TenantTransactions(DataSource dataSource, AdmissionControl admissionControl) {
        super(dataSource);
        this.admissionControl = admissionControl;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (BackgroundWork.isHere() || TransactionSynchronizationManager.hasResource(admissionControl)) {
            super.doBegin(transaction, definition);
            return;
        }
        var turn = turn();
        try {
            super.doBegin(transaction, definition);
            TransactionSynchronizationManager.bindResource(admissionControl, turn);
        } catch (RuntimeException | Error failed) {
            turn.close();
            throw failed;
        }
    }

    private Turn turn() {
        try {
            var whose = CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : NO_STORE;
            var turn = admissionControl.enter(whose, PATIENCE);
            if (turn != null) {
                return turn;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new CannotCreateTransactionException("No turn came");
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            // What happens beside a request in the middle of it does not end its turn.
            if (!BackgroundWork.isHere()
                    && TransactionSynchronizationManager.unbindResourceIfPossible(admissionControl)
                            instanceof Turn turn) {
                turn.close();
            }
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (CurrentTenant.CURRENT.isBound()) {
            try (var statement = connection.createStatement()) {
                // A UUID needs no escaping. BEGIN rides along in the same trip.
                statement.execute("set local app.store_id = '" + CurrentTenant.CURRENT.get() + "'");
            }
        }
    }

    /** A connection that is lost while COMMIT is under way leaves it open whether the step happened. */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof SQLException sql && lostConnection(sql)) {
                throw new CommitUnknown(failed);
            }
            throw failed;
        }
    }

    private static boolean lostConnection(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
