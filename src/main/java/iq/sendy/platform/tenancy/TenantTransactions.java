package iq.sendy.platform.tenancy;

import iq.sendy.platform.database.AdmissionControl.Turn;
import iq.sendy.platform.database.BackgroundWork;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tenant-aware transaction manager. Every transaction begins by naming its store. Without one, row level security
 * answers with an error. Those of requests go through the turnstile first.
 */
@Component("transactionManager")
class TenantTransactions extends JdbcTransactionManager {

    private final Turnstile turnstile;

    TenantTransactions(DataSource dataSource, Turnstile turnstile) {
        super(dataSource);
        this.turnstile = turnstile;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (BackgroundWork.isHere() || TransactionSynchronizationManager.hasResource(turnstile)) {
            super.doBegin(transaction, definition);
            return;
        }
        var turn = turnstile.turn();
        try {
            super.doBegin(transaction, definition);
            TransactionSynchronizationManager.bindResource(turnstile, turn);
        } catch (RuntimeException | Error failed) {
            turn.close();
            throw failed;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            // What happens beside a request in the middle of it does not end its turn.
            if (!BackgroundWork.isHere()
                    && TransactionSynchronizationManager.unbindResourceIfPossible(turnstile) instanceof Turn turn) {
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

    /** Where the connection is lost, the server has rolled back by itself: what is told is what went wrong before. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException failed) {
            if (!connectionIsClosed()) {
                throw failed;
            }
        }
    }

    private boolean connectionIsClosed() {
        try {
            return TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder
                    && holder.getConnection().isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }

    private static boolean lostConnection(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
