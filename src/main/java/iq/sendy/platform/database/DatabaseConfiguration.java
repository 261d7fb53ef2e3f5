package iq.sendy.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.secrets.MasterKey;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Two ways to the database: the owner's, which migrates, and the runtime role's pool, which serves. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * {@code plan_cache_mode}: with array parameters PostgreSQL would plan a statement anew at each call, which doubles its
     * work. No parallel workers: a plan for any parameters expects many rows, and starting workers to count four hundred took
     * a hundred times as long as counting them. The time-outs keep one stuck request from holding locks and connections.
     */
    private static final String SESSION = "-c plan_cache_mode=force_generic_plan"
            + " -c max_parallel_workers_per_gather=0 -c lock_timeout=2s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s -c TimeZone=UTC";

    /**
     * A queue is empty at one moment and has a hundred thousand rows at the next: a plan that was made for the empty table
     * and is kept would read all of them. Here nothing but the index and nested loops will do.
     */
    private static final String QUEUE =
            SESSION + " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /** The class of PostgreSQL's states for what is too long or too deep for it. */
    private static final String BEYOND_A_LIMIT = "54";

    /** PostgreSQL's state where {@code lock_timeout} has passed. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The same for {@code idle_in_transaction_session_timeout}, and the connection is gone with it. */
    private static final String KEPT_WAITING = "25P03";

    /** Ten times as long as an order takes when both processors are full. */
    private static final Duration LATE = Duration.ofMillis(300);

    @Bean(destroyMethod = "close")
    @org.springframework.context.annotation.Lazy
    EmbeddedServer embeddedServer(
            DatabaseSettings settings,
            MasterKey master,
            @Value("${sendy.postgres.bin:}") String programs,
            @Value("${sendy.database.durable:true}") boolean durable) {
        return EmbeddedServer.start(new EmbeddedServer.ServerSettings(
                settings.dataDirectory(),
                durable,
                programs,
                new Login("postgres", master.derived("database-superuser")),
                new Login("sendy_owner", master.derived("database-owner-role")),
                runtime(settings, master)));
    }

    @Bean
    PostgresAccess postgresAccess(
            DatabaseSettings settings, MasterKey master, ObjectProvider<EmbeddedServer> embedded) {
        if (settings.embedded()) {
            return embedded.getObject().access();
        }
        var runtime = runtime(settings, master);
        DatabaseRoles.makeRuntime(settings.url(), settings.owner(), runtime);
        RuntimeRights.narrow(settings.url(), settings.owner(), runtime);
        return new PostgresAccess(settings.url(), settings.owner(), runtime);
    }

    /** All processes derive the same password from the master key they share. */
    private static Login runtime(DatabaseSettings settings, MasterKey master) {
        var user = settings.runtimeUser();
        var password = settings.runtimePassword();
        return new Login(
                user == null ? "sendy_app" : user,
                password == null ? master.derived("database-runtime-role") : password);
    }

    /**
     * What migrations run by. Other processes serve meanwhile: a change of a table that waits for one long transaction, with
     * everybody else waiting behind it, gives up, and the start with it.
     */
    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(PostgresAccess access) {
        var source = new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                access.url(),
                access.owner().user(),
                access.owner().password());
        var session = new Properties();
        session.setProperty("options", "-c lock_timeout=10s");
        source.setConnectionProperties(session);
        return source;
    }

    @Bean
    FlywayConfigurationCustomizer migrations(PostgresAccess access) {
        return flyway -> flyway.placeholders(
                        Map.of("runtime", '"' + access.runtime().user() + '"'))
                .defaultSchema("platform")
                .createSchemas(true)
                // Modules do not wait for each other's time stamps.
                .outOfOrder(true);
    }

    @Bean(destroyMethod = "close")
    @Primary
    DataSource dataSource(
            PostgresAccess access,
            DatabaseSettings settings,
            @Value("${sendy.database.durable:true}") boolean durable,
            @Value("${sendy.database.pool:16}") int connections,
            @Value("${sendy.jobs.pool:14}") int besides) {
        DatabaseRoles.checkRuntime(access.url(), access.owner(), access.runtime(), settings.embedded() && durable);
        return new RoutingDataSource(
                pool("requests", SESSION, access, connections), pool("jobs", QUEUE, access, besides));
    }

    /**
     * A lock that does not come in time passes by itself, as a deadlock does, and so does the load of a machine on which whoever
     * had begun did not get on for as long as the database waits; Spring would take both for faults that last. What goes beyond a
     * limit of the database does so the next time as well, and Spring takes that for a database that is away.
     */
    @Bean
    SQLExceptionTranslator sqlExceptionTranslator() {
        var usual = new SQLExceptionSubclassTranslator();
        return (task, sql, failed) -> switch (String.valueOf(failed.getSQLState())) {
            case String state
            when state.startsWith(BEYOND_A_LIMIT) ->
                new InvalidDataAccessResourceUsageException(task + ": a limit of the database", failed);
            case LOCK_NOT_AVAILABLE -> new CannotAcquireLockException(task + ": a lock did not come in time", failed);
            case KEPT_WAITING ->
                new DataAccessResourceFailureException(task + ": the database was kept waiting", failed);
            default -> usual.translate(task, sql, failed);
        };
    }

    /** More at once would not be done sooner, and what is told of them would wait its turn behind them: decision 21. */
    @Bean
    AdmissionControl turnstile() {
        return new AdmissionControl(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), LATE);
    }

    @Bean
    MeterBinder waitingForTheDatabase(AdmissionControl admissionControl) {
        return registry -> Gauge.builder("sendy.db.waiting", admissionControl, AdmissionControl::waiting)
                .description("Requests that wait for their turn at the database")
                .register(registry);
    }

    private static HikariDataSource pool(String name, String session, PostgresAccess access, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.runtime().user());
        pool.setPassword(access.runtime().password());
        pool.setMaximumPoolSize(connections);
        // Of a fixed size: a burst that waits for the pool to grow, one connection after another, would be refused.
        pool.setMinimumIdle(connections);
        // Waiting longer than this is answered 503 with Retry-After.
        pool.setConnectionTimeout(8_000);
        pool.addDataSourceProperty("options", session);
        pool.addDataSourceProperty("ApplicationName", "sendy");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
