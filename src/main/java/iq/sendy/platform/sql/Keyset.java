package iq.sendy.platform.sql;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keyset pagination: the columns that put a list in order, the last of which no two rows share. A page begins behind the
 * values of the row that ended the one before, which its cursor holds; so nothing is skipped or shown twice however many
 * rows come and go meanwhile.
 *
 * @param <R> the record of a row
 */
public final class Keyset<R> {

    private static final String SEPARATOR = "_";

    /** What a column holds: how the cursor spells it, and what the driver gets. */
    private enum KeyType {
        TIME {
            @Override
            String spelled(Object value) {
                return Long.toString(((Instant) value).toEpochMilli());
            }

            @Override
            Object parsed(String spelling) {
                return Sql.at(Instant.ofEpochMilli(Long.parseLong(spelling)));
            }
        },
        BIGINT {
            @Override
            Object parsed(String spelling) {
                return Long.valueOf(spelling);
            }
        },
        ID {
            @Override
            Object parsed(String spelling) {
                return UUID.fromString(spelling);
            }
        },
        TEXT {
            @Override
            Object parsed(String spelling) {
                return spelling;
            }
        };

        String spelled(Object value) {
            return value.toString();
        }

        abstract Object parsed(String spelling);
    }

    private record KeyColumn<R>(String name, KeyType type, Function<R, ?> value) {}

    private final boolean descending;
    private final List<KeyColumn<R>> columns;

    private Keyset(boolean descending, List<KeyColumn<R>> columns) {
        this.descending = descending;
        this.columns = columns;
    }

    /** The largest first, in every column; add the columns. */
    public static <R> Keyset<R> descending() {
        return new Keyset<>(true, List.of());
    }

    /** The smallest first, in every column; add the columns. */
    public static <R> Keyset<R> ascending() {
        return new Keyset<>(false, List.of());
    }

    /** The newest first, by {@code created_at} and {@code id} of a table's alias. */
    public static <R> Keyset<R> newest(String alias, Function<R, Instant> createdAt, Function<R, UUID> id) {
        return Keyset.<R>descending().time(alias + ".created_at", createdAt).uuid(alias + ".id", id);
    }

    /** A time to the millisecond, which is how all of ours are stored. */
    public Keyset<R> time(String column, Function<R, Instant> value) {
        return with(column, KeyType.TIME, value);
    }

    public Keyset<R> bigint(String column, Function<R, Long> value) {
        return with(column, KeyType.BIGINT, value);
    }

    public Keyset<R> uuid(String column, Function<R, UUID> value) {
        return with(column, KeyType.ID, value);
    }

    /** Any text; one column of a keyset at most. */
    public Keyset<R> text(String column, Function<R, String> value) {
        return with(column, KeyType.TEXT, value);
    }

    private Keyset<R> with(String column, KeyType type, Function<R, ?> value) {
        var more = new ArrayList<>(columns);
        more.add(new KeyColumn<>(column, type, value));
        return new Keyset<>(descending, List.copyOf(more));
    }

    /** What stands behind {@code order by}. */
    public String order() {
        return columns.stream()
                .map(column -> column.name() + (descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The condition of rows behind a cursor, whose values are {@link #parameters}. */
    public String after() {
        var names = columns.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        var values = columns.stream().map(this::parameter).map(":"::concat).collect(Collectors.joining(", "));
        return "(" + names + ") " + (descending ? "<" : ">") + " (" + values + ")";
    }

    /** What a cursor of ours holds; it was signed, so it can be read. */
    public Map<String, Object> parameters(String cursor) {
        var spelled = spelled(cursor);
        var parameters = new LinkedHashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            parameters.put(parameter(column), column.type().parsed(spelled.get(i)));
        }
        return parameters;
    }

    /** What the cursor of the page that ends with this row holds. */
    public String position(R last) {
        return columns.stream()
                .map(column -> column.type().spelled(column.value().apply(last)))
                .collect(Collectors.joining(SEPARATOR));
    }

    private String parameter(KeyColumn<R> column) {
        return "after" + columns.indexOf(column);
    }

    /** Cut from both ends, since a text may hold what separates the others. */
    private List<String> spelled(String cursor) {
        var text = columns.stream().map(KeyColumn::type).toList().indexOf(KeyType.TEXT);
        var middle = text < 0 ? columns.size() - 1 : text;
        var before = new ArrayList<String>();
        var behind = new ArrayDeque<String>();
        var rest = cursor;
        for (var i = 0; i < middle; i++) {
            var cut = rest.indexOf(SEPARATOR);
            before.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        for (var i = columns.size() - 1; i > middle; i--) {
            var cut = rest.lastIndexOf(SEPARATOR);
            behind.addFirst(rest.substring(cut + 1));
            rest = rest.substring(0, cut);
        }
        before.add(rest);
        before.addAll(behind);
        return before;
    }
}
