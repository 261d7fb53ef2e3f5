package iq.sendy.platform.start;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The database fails in the middle of a start: it goes away, is full, is a standby, lets its owner change nothing, or was
 * changed by hand. A wrong statement is a mistake of ours and not told here.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class DatabaseTroubleAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    /** Connection, transaction that may only read, account, database, rights, resources, operator, system. */
    private static final List<String> TROUBLES = List.of("08", "25006", "28", "3D", "42501", "53", "57", "58");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Throwable cause) {
        var migrations = findCause(root, FlywayException.class);
        var refused = findCause(root, SQLException.class);
        if (refused != null && isTrouble(refused)) {
            var what = migrations == null ? "The database fails: " : "The database cannot be migrated: ";
            return new FailureAnalysis(what + refused.getMessage(), null, cause);
        }
        return migrations == null || refused != null
                ? null
                : new FailureAnalysis("The database cannot be migrated: " + migrations.getMessage(), null, cause);
    }

    private static boolean isTrouble(SQLException refused) {
        var state = refused.getSQLState();
        return state != null && TROUBLES.stream().anyMatch(state::startsWith);
    }
}
