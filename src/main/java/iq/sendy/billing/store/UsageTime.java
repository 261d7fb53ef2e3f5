package iq.sendy.billing.store;

import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.platform.sql.Sql;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Time of usage. The database's clock decides which period a call is counted in, since those of processes differ; but where
 * a month is replayed, its own time holds.
 */
final class UsageTime {

    static final String REPLAYED = "replayed";

    /** As an expression, to the millisecond. Once it is asked behind a lock, it is later than what was written under it. */
    static final String NOW = "date_trunc('milliseconds', coalesce(:replayed::timestamptz, clock_timestamp()))";

    private UsageTime() {}

    static @Nullable OffsetDateTime replayed() {
        return ReplayClock.replayed().map(Sql::at).orElse(null);
    }
}
