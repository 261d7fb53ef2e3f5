package iq.sendy;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.access.ApiKeys;
import iq.sendy.accounts.RememberedHash;
import iq.sendy.apidocs.OpenApiDocuments;
import iq.sendy.buyers.TakenCodes;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.catalog.Products;
import iq.sendy.channels.SwitchedSecret;
import iq.sendy.customers.Customers;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.FakeModels;
import iq.sendy.fakes.FakeNameServer;
import iq.sendy.inventory.StockAdjustments;
import iq.sendy.inventory.StockItems;
import iq.sendy.inventory.Warehouses;
import iq.sendy.orders.Orders;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.database.PostgresAccess;
import iq.sendy.platform.database.PostgresOfTests;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.purchasing.PurchaseOrders;
import iq.sendy.returns.Returns;
import iq.sendy.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
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
@Import({RememberedHash.class, TakenCodes.class, SwitchedSecret.class})
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
        pool.setJdbcUrl(
                settings.embedded() ? Superuser.url(settings.dataDirectory()) : running.url() + "?user=postgres");
        pool.setMinimumIdle(1);
        // To plan the invariants, a text of forty thousand characters, takes ten times as long as to ask them.
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        pool.addDataSourceProperty("prepareThreshold", "1");
        return new Backstage(JdbcClient.create(pool), pool);
    }

    /** From the start on no change of what a shop's home shows is committed that moves no change mark. */
    @Bean
    ApplicationRunner changeMarksMove(Backstage backstage) {
        return _ -> ChangeMarksMove.in(backstage.jdbc());
    }

    @Bean
    Market market(
            Stores stores,
            ApiKeys apiKeys,
            Products products,
            Warehouses warehouses,
            StockItems stockItems,
            StockAdjustments stockAdjustments,
            DiscountCodes discountCodes,
            Orders orders,
            PurchaseOrders purchaseOrders,
            CashierSessions cashierSessions,
            Returns returns,
            Customers customers,
            PlatformTransactionManager transactions) {
        var doors = new Market.Doors(
                apiKeys,
                products,
                warehouses,
                stockItems,
                stockAdjustments,
                discountCodes,
                orders,
                purchaseOrders,
                cashierSessions,
                returns,
                customers);
        return new Market(stores, doors, transactions);
    }

    @Bean
    @Lazy
    Api client(@Value("${local.server.port}") int port, OpenApiDocuments documents) {
        OpenApiContract.learn(documents::whole);
        return Api.at("http://127.0.0.1:" + port);
    }

    /** The rows of every store, for what a test must see behind the API. */
    public record Backstage(JdbcClient jdbc, HikariDataSource pool) implements AutoCloseable {

        @Override
        public void close() {
            pool.close();
        }

        /** A change of a store, named {@code :store}, as another process makes it: its change mark moves, as at every door. */
        public void anotherProcess(String store, String change) {
            jdbc.sql("""
                            with told as (
                                update platform.store_counter set value = value + 1
                                where store_id = :store::uuid and name = 'audit'
                            )
                            """ + change).param("store", store).update();
        }

        /** For a connection of a test's own. */
        public String url() {
            return pool.getJdbcUrl();
        }
    }

    /** A data directory of this run alone, and a name server, a Meta and models that know what tests tell them. */
    static class FreshDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var directory = DataDirectory.fresh("test-data");
            var settings = new HashMap<String, Object>();
            settings.put("sendy.data.dir", directory.toString());
            settings.put("sendy.dns.servers", FakeNameServer.shared().address());
            settings.put("sendy.graph.url", FakeGraph.shared().url());
            settings.put("sendy.instagram.graph.url", FakeGraph.shared().instagramUrl());
            if (!Boolean.getBoolean("sendy.evaluation.real")) {
                settings.put("sendy.openai.url", FakeModels.shared().openAiUrl());
                settings.put("sendy.openai.key", FakeModels.KEY);
                settings.put("sendy.anthropic.url", FakeModels.shared().anthropicUrl());
                settings.put("sendy.anthropic.key", FakeModels.KEY);
            }
            var other = context.getEnvironment().getProperty(PostgresOfTests.SETTING, "");
            if (!other.isEmpty()) {
                settings.putAll(external(directory, other));
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh directory", settings));
        }

        /** A server that Sendy did not make and is told of, as operators do it. It outlives what uses it. */
        private static Map<String, String> external(Path directory, String version) {
            try {
                var server = ExternalPostgres.start(directory, PostgresOfTests.bin(version));
                SpringApplication.getShutdownHandlers().add(server::close);
                var settings = new HashMap<String, String>();
                server.settings()
                        .forEach((name, value) ->
                                settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
                settings.put("sendy.management.token", "an-operators-token-of-more-than-32-characters");
                return settings;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
