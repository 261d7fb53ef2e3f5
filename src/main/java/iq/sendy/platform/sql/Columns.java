package iq.sendy.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as a table of parameters: {@code unnest} of one array a column, so that one statement stores however many. Each
 * column is named once, with its type and where its value comes from; the statement around it stays in sight.
 *
 * @param <T> what becomes a row
 */
public final class Columns<T> {

    private record ArrayColumn<T>(
            String name, String type, Function<T, ? extends @Nullable Object> value, IntFunction<Object[]> array) {}

    private final String alias;
    private final List<ArrayColumn<T>> columns = new ArrayList<>();

    private Columns(String alias) {
        this.alias = alias;
    }

    /** A table with this alias; add its columns. */
    public static <T> Columns<T> of(Class<T> row, String alias) {
        return new Columns<>(alias);
    }

    /** Any value by its {@code toString}. */
    public Columns<T> text(String name, Function<T, ? extends @Nullable Object> value) {
        return column(name, "text", spelled(value), String[]::new);
    }

    public Columns<T> uuid(String name, Function<T, @Nullable UUID> value) {
        return column(name, "uuid", value, UUID[]::new);
    }

    public Columns<T> bigint(String name, Function<T, @Nullable Long> value) {
        return column(name, "bigint", value, Long[]::new);
    }

    public Columns<T> integer(String name, Function<T, @Nullable Integer> value) {
        return column(name, "integer", value, Integer[]::new);
    }

    public Columns<T> bool(String name, Function<T, @Nullable Boolean> value) {
        return column(name, "boolean", value, Boolean[]::new);
    }

    public Columns<T> bytes(String name, Function<T, byte @Nullable []> value) {
        return column(name, "bytea", value, byte[][]::new);
    }

    public Columns<T> numeric(String name, Function<T, @Nullable BigDecimal> value) {
        return column(name, "numeric", spelled(value), String[]::new);
    }

    public Columns<T> time(String name, Function<T, @Nullable Instant> value) {
        return column(name, "timestamptz", spelled(value), String[]::new);
    }

    private Columns<T> column(
            String name, String type, Function<T, ? extends @Nullable Object> value, IntFunction<Object[]> array) {
        columns.add(new ArrayColumn<>(name, type, value, array));
        return this;
    }

    private static <T> Function<T, @Nullable Object> spelled(Function<T, ? extends @Nullable Object> value) {
        return row -> {
            var found = value.apply(row);
            return found == null ? null : found.toString();
        };
    }

    /** The table for a {@code from}; its arrays are given by {@link Query#rows}. */
    public String table() {
        return unnest() + " as " + alias + " (" + names() + ")";
    }

    /** As {@link #table}, with each row's place, from 1, as one more column. */
    public String numbered(String position) {
        return unnest() + " with ordinality as " + alias + " (" + names() + ", " + position + ")";
    }

    /** The names with commas between them. */
    public String names() {
        return columns.stream().map(ArrayColumn::name).collect(Collectors.joining(", "));
    }

    private String unnest() {
        return columns.stream()
                .map(column -> ":" + parameter(column) + "::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    private String parameter(ArrayColumn<T> column) {
        return alias + "_" + column.name();
    }

    Map<String, Object> arrays(List<T> rows) {
        var arrays = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            arrays.put(
                    parameter(column), rows.stream().map(column.value()).toArray(column.array()));
        }
        return arrays;
    }
}
