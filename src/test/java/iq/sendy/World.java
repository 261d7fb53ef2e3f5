package iq.sendy;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.catalog.Catalog;
import iq.sendy.customers.Customers;
import iq.sendy.fakes.FakeNameServer;
import iq.sendy.identity.Identities;
import iq.sendy.inventory.Inventory;
import iq.sendy.orders.Orders;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.database.PostgresAccess;
import iq.sendy.pricing.Pricing;
import iq.sendy.stores.Stores;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What tests have that production has not: a clock that is moved, a count of trips, a view behind the walls, a client, and
 * stores by the thousand.
 */
@TestConfiguration(proxyBeanMethods = false)
public class World {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** Static, since it must stand before the beans that it watches. */
    @Bean
    static Trips trips() {
        return new Trips();
    }

    /** Behind the filter that looks at the credential, as filters are that say nothing of their order. */
    @Bean
    Sides sides(Trips trips) {
        var sides = new Sides();
        trips.guardedBy(sides);
        return sides;
    }

    /** The database as its superuser sees it, whom row level security does not bind. Pooled, since tests ask it often. */
    @Bean
    Backstage backstage(PostgresAccess running, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("backstage");
        pool.setJdbcUrl(Superuser.url(settings.dataDirectory()));
        pool.setMinimumIdle(1);
        return new Backstage(JdbcClient.create(pool), pool);
    }

    @Bean
    Market market(
            Stores stores,
            Identities identities,
            Catalog catalog,
            Inventory inventory,
            Pricing pricing,
            Orders orders,
            Customers customers,
            PlatformTransactionManager transactions) {
        var doors = new Market.Doors(identities, catalog, inventory, pricing, orders, customers);
        return new Market(stores, doors, transactions);
    }

    @Bean
    @Lazy
    Api client(@Value("${local.server.port}") int port) {
        return Api.at("http://127.0.0.1:" + port);
    }

    /** The rows of every store, for what a test must see behind the API. */
    public record Backstage(JdbcClient jdbc, HikariDataSource pool) implements AutoCloseable {

        @Override
        public void close() {
            pool.close();
        }

        /** For a connection of a test's own. */
        public String url() {
            return pool.getJdbcUrl();
        }
    }

    /** A data directory of this run alone, and a name server that knows what tests tell it. */
    static class FreshDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh directory",
                            Map.of(
                                    "sendy.data.dir",
                                    DataDirectory.fresh("test-data").toString(),
                                    "sendy.dns.servers",
                                    FakeNameServer.shared().address())));
        }
    }
}
