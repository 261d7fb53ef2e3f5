package iq.sendy.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Routing data source: a pool for requests and one for background work. The connections of requests, and apart from
 * them a few for what happens beside requests.
 */
final class RoutingDataSource extends AbstractDataSource implements AutoCloseable {

    private final HikariDataSource requests;
    private final HikariDataSource besides;

    RoutingDataSource(HikariDataSource requests, HikariDataSource besides) {
        this.requests = requests;
        this.besides = besides;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return from(BackgroundWork.isHere() ? besides : requests);
    }

    /**
     * One of the pool's. A pool of fixed size that has none left has a database that is away: whoever would wait for one is
     * told so at once, and readiness says it before a probe gives up. The pool itself goes on trying.
     */
    private static Connection from(HikariDataSource pool) throws SQLException {
        var state = pool.getHikariPoolMXBean();
        if (state != null && state.getTotalConnections() == 0) {
            throw new SQLTransientConnectionException("The database is away");
        }
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("The runtime role is the only one");
    }

    /** What asks for the pool behind it means that of requests. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? super.unwrap(type) : requests.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || requests.isWrapperFor(type);
    }

    @Override
    public void close() {
        besides.close();
        requests.close();
    }
}
