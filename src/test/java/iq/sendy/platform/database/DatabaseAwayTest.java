package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A database that does not serve is said to be busy, by whatever meets it first, and by a pool without waiting. */
@Scenario
class DatabaseAwayTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    PostgresAccess access;

    @Test
    void who_asks_cannot_be_looked_up_and_is_told_to_come_again() throws SQLException {
        var key = Shop.opens(api).key();
        try (var other = backstage.pool().getConnection();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table identity.api_key in access exclusive mode");

            var answer = key.get(Api.KEYS + "/orders");

            assertThat(answer.status()).as(answer::toString).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.text()).contains("server.busy");
        }
        assertThat(key.get(Api.KEYS + "/orders").status()).isEqualTo(200);
    }

    @Test
    void a_pool_that_has_lost_all_does_not_let_wait_and_serves_again_when_it_can() throws SQLException {
        try (var requests = pool();
                var besides = new HikariDataSource();
                var source = new RoutingDataSource(requests, besides)) {
            source.getConnection().close();

            requests.setPassword("not this one");
            requests.getHikariPoolMXBean().softEvictConnections();
            Waiting.until("none is left", () -> left(requests) == 0);

            assertThatThrownBy(source::getConnection)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessage("The database is away");

            requests.setPassword(access.runtime().password());
            Waiting.until("there is one again", () -> left(requests) > 0);
            source.getConnection().close();
        }
    }

    private static int left(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getTotalConnections();
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.runtime().user());
        pool.setPassword(access.runtime().password());
        pool.setMaximumPoolSize(1);
        return pool;
    }
}
