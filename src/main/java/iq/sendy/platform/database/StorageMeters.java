package iq.sendy.platform.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.micrometer.metrics.system.DiskSpaceMetricsBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** How much room the data takes, and how much it has left. */
@Configuration(proxyBeanMethods = false)
class StorageMeters {

    private static final Logger LOG = LoggerFactory.getLogger(StorageMeters.class);

    /** The disk of the data directory, and without one that of the working directory, as Boot has it. */
    @Bean
    DiskSpaceMetricsBinder diskSpaceMetrics(DatabaseSettings settings) {
        var watched = settings.embedded() ? settings.dataDirectory().toFile() : new File(".");
        return new DiskSpaceMetricsBinder(List.of(watched), List.of());
    }

    @Bean
    DatabaseSize databaseSize(DataSource connections, MeterRegistry registry) {
        return new DatabaseSize(JdbcClient.create(connections), registry);
    }

    @Bean
    DiskWatch diskWatch(DatabaseSettings settings) {
        return new DiskWatch(settings.dataDirectory().toFile(), settings.embedded());
    }

    /** PostgreSQL looks at each of its files for it: once a minute, and never for a caller who waits. */
    static final class DatabaseSize {

        private final JdbcClient jdbc;
        private volatile double bytes = Double.NaN;

        DatabaseSize(JdbcClient jdbc, MeterRegistry registry) {
            this.jdbc = jdbc;
            Gauge.builder("sendy.db.size.bytes", this, size -> size.bytes)
                    .description("The database with its indexes, without the write-ahead log; measured once a minute")
                    .register(registry);
        }

        @Scheduled(fixedDelay = 60_000)
        void measure() {
            BackgroundWork.run(() -> {
                try {
                    bytes = jdbc.sql("select pg_database_size(current_database())")
                            .query(Long.class)
                            .single();
                } catch (DataAccessException silent) {
                    bytes = Double.NaN;
                    LOG.debug("The size of the database is not known", silent);
                }
            });
        }
    }

    /** Says in the log when the disk of the data directory is getting full, and when it is so no longer. */
    static final class DiskWatch {

        /** Below this a day of a busy shop, or one long transaction, may not fit. */
        static final long LITTLE = 512L << 20;

        private final File directory;
        private final boolean watches;
        private boolean isLow;

        DiskWatch(File directory, boolean watches) {
            this.directory = directory;
            this.watches = watches;
        }

        @Scheduled(fixedDelay = 60_000)
        void look() {
            if (watches) {
                judge(directory.getUsableSpace());
            }
        }

        void judge(long free) {
            var low = free < LITTLE;
            if (low && !isLow) {
                LOG.warn(
                        "The disk of SENDY_DATA_DIR ({}) has {} MiB left: when it is full, nothing more is stored and"
                                + " every change is answered 503",
                        directory,
                        free >> 20);
            }
            if (!low && isLow) {
                LOG.info("The disk of SENDY_DATA_DIR has room again: {} MiB", free >> 20);
            }
            isLow = low;
        }
    }
}
