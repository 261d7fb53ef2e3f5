package iq.sendy.platform.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** What the driver and the null checker want said differently. */
public final class Sql {

    private Sql() {}

    /** An instant as a parameter: the driver takes an {@link OffsetDateTime}. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #at(Instant)}, where there may be none. */
    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    /** Maps a row to a record by its column names; a row itself is never null. */
    @SuppressWarnings("NullAway") // SimplePropertyRowMapper is declared to yield nullable rows and never does.
    public static <R> RowMapper<R> rows(Class<R> type) {
        return new SimplePropertyRowMapper<>(type);
    }
}
