package iq.sendy.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as parameters. Each column is named once, with its type and where its value comes from, and the statement around
 * it stays in sight: {@link #names}, {@link #values} and {@link #assignments} of one record, or {@link #table}, which is
 * {@code unnest} of one array a column, for however many.
 *
 * @param <T> what becomes a row
 */
public final class Columns<T> {

    private record RecordColumn<T>(
            String name,
            String type,
            boolean fixed,
            Function<T, ? extends @Nullable Object> value,
            @Nullable IntFunction<Object[]> array) {}

    private final String alias;
    private final List<RecordColumn<T>> columns = new ArrayList<>();

    private Columns(String alias) {
        this.alias = alias;
    }

    /** Columns of a table with this alias. */
    public static <T> Columns<T> of(Class<T> row, String alias) {
        return new Columns<>(alias);
    }

    /** Any value by its {@code toString}. */
    public Columns<T> text(String name, Function<T, ? extends @Nullable Object> value) {
        return column(name, "text", spelled(value), String[]::new);
    }

    /** The {@code toString} of each, as an array; of one record only, since arrays of arrays must not be ragged. */
    public Columns<T> texts(String name, Function<T, ? extends List<?>> value) {
        return column(
                name,
                "text[]",
                row -> value.apply(row).stream().map(Object::toString).toArray(String[]::new),
                null);
    }

    public Columns<T> uuid(String name, Function<T, ? extends @Nullable UUID> value) {
        return column(name, "uuid", value, UUID[]::new);
    }

    public Columns<T> bigint(String name, Function<T, ? extends @Nullable Long> value) {
        return column(name, "bigint", value, Long[]::new);
    }

    public Columns<T> integer(String name, Function<T, ? extends @Nullable Integer> value) {
        return column(name, "integer", value, Integer[]::new);
    }

    public Columns<T> bool(String name, Function<T, ? extends @Nullable Boolean> value) {
        return column(name, "boolean", value, Boolean[]::new);
    }

    public Columns<T> bytes(String name, Function<T, byte @Nullable []> value) {
        return column(name, "bytea", value, byte[][]::new);
    }

    public Columns<T> numeric(String name, Function<T, ? extends @Nullable BigDecimal> value) {
        return column(name, "numeric", spelled(value), String[]::new);
    }

    /** {@code Instant.MIN} is before all others. */
    public Columns<T> time(String name, Function<T, ? extends @Nullable Instant> value) {
        return column(
                name,
                "timestamptz",
                spelled(row -> {
                    var at = value.apply(row);
                    return Instant.MIN.equals(at) ? "-infinity" : at;
                }),
                String[]::new);
    }

    public Columns<T> json(String name, Function<T, ? extends @Nullable String> value) {
        return column(name, "jsonb", value, String[]::new);
    }

    /** The columns so far are written once: {@link #assignments} leaves them out. */
    public Columns<T> fixed() {
        columns.replaceAll(
                column -> new RecordColumn<>(column.name(), column.type(), true, column.value(), column.array()));
        return this;
    }

    private Columns<T> column(
            String name,
            String type,
            Function<T, ? extends @Nullable Object> value,
            @Nullable IntFunction<Object[]> array) {
        columns.add(new RecordColumn<>(name, type, false, value, array));
        return this;
    }

    private static <T> Function<T, @Nullable Object> spelled(Function<T, ? extends @Nullable Object> value) {
        return row -> {
            var found = value.apply(row);
            return found == null ? null : found.toString();
        };
    }

    /** The names, as an {@code insert} lists them. */
    public String names() {
        return columns.stream().map(RecordColumn::name).collect(Collectors.joining(", "));
    }

    /** The names behind the alias, as a {@code select} lists them. */
    public String selected() {
        return columns.stream().map(column -> qualified(column.name())).collect(Collectors.joining(", "));
    }

    String alias() {
        return alias;
    }

    /** A name behind the alias. */
    String qualified(String name) {
        return alias + "." + name;
    }

    /** The values of one record, which {@link Query#row} gives. */
    public String values() {
        return columns.stream().map(this::value).collect(Collectors.joining(", "));
    }

    /** As {@code set} wants them, all that are not {@link #fixed}. */
    public String assignments() {
        return columns.stream()
                .filter(column -> !column.fixed())
                .map(column -> column.name() + " = " + value(column))
                .collect(Collectors.joining(", "));
    }

    /** A table for {@code from}, of the records that {@link Query#rows} gives. */
    public String table() {
        return unnest() + " as " + alias + " (" + names() + ")";
    }

    /** As {@link #table}, with each row's place, from 1, as one more column. */
    public String numbered(String position) {
        return unnest() + " with ordinality as " + alias + " (" + names() + ", " + position + ")";
    }

    private String unnest() {
        return columns.stream().map(column -> value(column) + "[]").collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** The value of one column of the record that {@link Query#row} gives. */
    String value(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(this::value)
                .orElseThrow();
    }

    private String value(RecordColumn<T> column) {
        return ":" + parameter(column) + "::" + column.type();
    }

    private String parameter(RecordColumn<T> column) {
        return alias + "_" + column.name();
    }

    Map<String, @Nullable Object> parameters(T row) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns) {
            parameters.put(parameter(column), column.value().apply(row));
        }
        return parameters;
    }

    Map<String, Object> arrays(Collection<T> rows) {
        var arrays = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            var array = column.array();
            if (array == null) {
                throw new IllegalStateException(column.name() + " is of one record only");
            }
            arrays.put(parameter(column), rows.stream().map(column.value()).toArray(array));
        }
        return arrays;
    }
}
