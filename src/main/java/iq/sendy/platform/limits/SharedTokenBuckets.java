package iq.sendy.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import iq.sendy.platform.database.PostgresAccess;
import iq.sendy.platform.secrets.Digests;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Permits that all processes share through {@code platform.rate_permit}. A process reserves one in fifty at a time, so most
 * requests touch no database. When the database is silent each process goes on with its own count: a limit is no reason to
 * refuse anybody.
 */
@Component
class SharedTokenBuckets implements SmartInitializingSingleton, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedTokenBuckets.class);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A database that was silent is asked again after this long, not by each request that comes meanwhile. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Duration WARMING = Duration.ofSeconds(5);

    private static final int CLEANED_AT_ONCE = 1_000;

    private final Digests digests;
    private final ClockMeter time;
    private final Duration patience;
    private final HikariDataSource connections;
    private final PostgreSQLSelectForUpdateBasedProxyManager<Long> table;
    private final Cache<String, TokenReserve> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());
    private final AtomicInteger silences = new AtomicInteger();

    @Autowired
    SharedTokenBuckets(PostgresAccess access, Digests digests, Clock clock) {
        this(access, digests, clock, PATIENCE);
    }

    SharedTokenBuckets(PostgresAccess access, Digests digests, Clock clock, Duration patience) {
        this.digests = digests;
        this.time = new ClockMeter(clock);
        this.patience = patience;
        this.connections = connections(access, patience);
        this.table = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .table("platform.rate_permit")
                .clientClock(time)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                .build();
    }

    /** Takes one permit if there is one left. */
    PermitResult take(String who, int perMinute) {
        var tokenReserve = known.get(who + " " + perMinute, name -> permits(name, perMinute));
        if (System.nanoTime() - silentUntil.get() < 0) {
            return tokenReserve.takeAlone();
        }
        try {
            var permitResult = tokenReserve.take(patience);
            if (silences.get() > 0) {
                silences.set(0);
            }
            return permitResult;
        } catch (RateStoreTimeout silent) {
            pause(silent);
            return tokenReserve.takeAlone();
        }
    }

    /** One of those who waited speaks for all, and a single second of silence is nothing that an operator can mend. */
    private void pause(RateStoreTimeout silent) {
        var now = System.nanoTime();
        var until = silentUntil.get();
        if (now - until >= 0
                && silentUntil.compareAndSet(until, now + PAUSE.toNanos())
                && silences.getAndIncrement() > 0) {
            LOG.warn("Rate limits are counted by this process alone: {}", String.valueOf(silent.getMessage()));
        }
    }

    /** The first question opens a connection and loads classes, which takes longer than a request waits for it. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            permits("nobody", 1).take(WARMING);
        } catch (RateStoreTimeout silent) {
            LOG.debug("The permits are not there yet", silent);
        }
    }

    /** Removes the permits of callers who have not come for longer than a minute. */
    @Scheduled(fixedDelay = 60_000)
    void clean() {
        try {
            var removed = CLEANED_AT_ONCE;
            while (removed == CLEANED_AT_ONCE) {
                removed = table.removeExpired(CLEANED_AT_ONCE);
            }
        } catch (RuntimeException silent) {
            LOG.warn("Old permits are not removed: {}", String.valueOf(silent.getMessage()));
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private TokenReserve permits(String name, int perMinute) {
        var configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
        var shared = table.builder()
                .build(ByteBuffer.wrap(digests.of("rate permits", name)).getLong(), () -> configuration);
        var own = Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
        return new TokenReserve(shared, own, time.clock(), perMinute);
    }

    /** Connections of its own: counting waits for no business transaction, and none of them waits for a count. */
    private static HikariDataSource connections(PostgresAccess access, Duration patience) {
        var pool = new HikariDataSource();
        pool.setPoolName("limits");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.runtime().user());
        pool.setPassword(access.runtime().password());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(patience.toMillis());
        pool.setValidationTimeout(patience.toMillis());
        pool.setInitializationFailTimeout(-1);
        var most = patience.toMillis() + "ms";
        pool.addDataSourceProperty("options", "-c statement_timeout=" + most + " -c lock_timeout=" + most);
        pool.addDataSourceProperty("ApplicationName", "sendy-limits");
        var seconds = Long.toString(Math.max(1, patience.toSeconds()));
        pool.addDataSourceProperty("connectTimeout", seconds);
        pool.addDataSourceProperty("socketTimeout", seconds);
        return pool;
    }
}
