package iq.sendy.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a request would get a connection now: part of readiness, named {@code database} there. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final DataSource connections;

    DatabaseHealth(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        try (var connection = connections.getConnection()) {
            return connection.isValid(1) ? Health.up().build() : Health.down().build();
        } catch (SQLException down) {
            return Health.down().build();
        }
    }
}
