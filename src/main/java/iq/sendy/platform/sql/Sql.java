package iq.sendy.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** JDBC helpers: what the driver and the null checker want said differently. */
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

    /** A column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** As {@link #instant}, where there may be none. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A {@code bigint} that may be null. */
    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return (Long) row.getObject(column);
    }

    /** A {@code text[]} that is never null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Constants by their words, as a parameter. */
    public static String[] words(Collection<?> constants) {
        return constants.stream().map(Object::toString).toArray(String[]::new);
    }

    /** Maps a row to a record by its column names; a row itself is never null. */
    @SuppressWarnings("NullAway") // SimplePropertyRowMapper is declared to yield nullable rows and never does.
    public static <R> RowMapper<R> rows(Class<R> type) {
        return new SimplePropertyRowMapper<>(type);
    }
}
