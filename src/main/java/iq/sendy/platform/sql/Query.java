package iq.sendy.platform.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Deferred SQL query. A statement that is not sent yet: its SQL, its parameters, and the records that its rows become.
 * {@link Pipeline} sends several in one trip, each module's own; the answer is there afterwards.
 */
public final class Query<R> {

    private final String sql;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final RowMapper<R> mapper;
    private int rows;
    private @Nullable List<R> answer;

    private Query(String sql, RowMapper<R> mapper) {
        this.sql = sql.strip();
        this.mapper = mapper;
    }

    public static <R> Query<R> of(String sql, Class<R> row) {
        return new Query<>(sql, Sql.rows(row));
    }

    public static <R> Query<R> of(String sql, RowMapper<R> mapper) {
        return new Query<>(sql, mapper);
    }

    /** An answer that is known without asking; it costs no trip. */
    public static <R> Query<R> known(List<R> rows) {
        var known = new Query<R>("", (_, _) -> {
            throw new IllegalStateException("Nothing was asked");
        });
        known.answered(rows);
        return known;
    }

    /** A query that is known to find nothing; it costs no trip. */
    public static <R> Query<R> none() {
        return known(List.of());
    }

    /** A statement whose rows are a number each. */
    public static Query<Long> number(String sql) {
        return new Query<>(sql, (row, _) -> row.getLong(1));
    }

    /** A statement whose rows are yes or no. */
    public static Query<Boolean> flag(String sql) {
        return new Query<>(sql, (row, _) -> row.getBoolean(1));
    }

    /** A statement whose rows are an id each. */
    public static Query<UUID> id(String sql) {
        return new Query<>(sql, (row, _) -> row.getObject(1, UUID.class));
    }

    /** A statement whose rows, if it has any, nobody reads. */
    public static Query<Boolean> write(String sql) {
        return new Query<>(sql, (_, _) -> true);
    }

    public Query<R> param(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** A record as {@link Columns#values} and {@link Columns#assignments} name it. */
    public <T> Query<R> row(Columns<T> columns, T row) {
        columns.parameters(row).forEach(this::param);
        return this;
    }

    /** Records as the arrays that {@link Columns#table} reads them from. */
    public <T> Query<R> rows(Columns<T> columns, Collection<T> records) {
        columns.arrays(records).forEach(this::param);
        rows += records.size();
        return this;
    }

    /** Whether a row came of it: something was found, or done. */
    public boolean any() {
        return !answer().isEmpty();
    }

    /** All rows; the statement must have been sent. */
    public List<R> answer() {
        if (answer == null) {
            throw new IllegalStateException("Not sent yet: " + sql);
        }
        return answer;
    }

    /** The first row, if there is one. */
    public Optional<R> first() {
        return answer().stream().findFirst();
    }

    /** The one row that the statement always has. */
    public R single() {
        var rows = answer();
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one");
        }
        return rows.getFirst();
    }

    String sql() {
        return sql;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** How many records it was given. */
    int rows() {
        return rows;
    }

    RowMapper<R> mapper() {
        return mapper;
    }

    boolean isAnswered() {
        return answer != null;
    }

    void answered(List<R> rows) {
        this.answer = new ArrayList<>(rows);
    }
}
