package iq.sendy.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Every transaction begins by naming its store. Without one, row level security answers with an error. */
@Component("transactionManager")
class StoreTransactions extends JdbcTransactionManager {

    StoreTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (StoreScope.CURRENT.isBound()) {
            try (var statement = connection.createStatement()) {
                // A UUID needs no escaping. BEGIN rides along in the same trip.
                statement.execute("set local app.store_id = '" + StoreScope.CURRENT.get() + "'");
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
