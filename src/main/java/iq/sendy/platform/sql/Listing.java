package iq.sendy.platform.sql;

import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Paginated query. The rows of one page and the length of the whole list, in one trip: the statement says which rows
 * there are, a {@link Keyset} in which order, and a {@link Paging} which of them are wanted.
 */
public final class Listing<R> {

    private final String columns;
    private final RowMapper<R> mapper;
    private final Keyset<R> keyset;
    private final String from;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private String countedFrom;
    private @Nullable Query<Long> total;
    private boolean countsBehindCursor = true;

    private Listing(String columns, RowMapper<R> mapper, String from, Keyset<R> keyset) {
        this.columns = columns;
        this.mapper = mapper;
        this.keyset = keyset;
        this.from = from.strip();
        this.countedFrom = this.from;
    }

    /** The columns of a list, and the record that they become. */
    public static <R> Select<R> select(String columns, RowMapper<R> mapper) {
        return new Select<>(columns, mapper);
    }

    /** A list of which only the columns are known. */
    public record Select<R>(String columns, RowMapper<R> mapper) {

        /**
         * Where the rows come from, and in which order.
         *
         * @param from the table with its alias, joins, and a {@code where} that others may be added to
         */
        public Listing<R> from(String from, Keyset<R> order) {
            return new Listing<>(columns, mapper, from, order);
        }
    }

    public Listing<R> param(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** One condition more, if there is a value for it; an array without elements is none. */
    public Listing<R> and(String condition, String name, @Nullable Object value) {
        if (value == null || (value instanceof Object[] array && array.length == 0)) {
            return this;
        }
        conditions.append(" and ").append(condition);
        return param(name, value);
    }

    /** The rows are counted in this, which lacks joins that change nothing about how many there are. */
    public Listing<R> countedFrom(String fewer) {
        countedFrom = fewer.strip();
        return this;
    }

    /** The length of the whole list where it is known otherwise than by counting its rows. */
    public Listing<R> total(Query<Long> known) {
        this.total = known;
        return this;
    }

    /** A page behind a cursor does not say how long the whole list is: it was said on the first, and costs too much. */
    public Listing<R> countedOnPagesByNumber() {
        countsBehindCursor = false;
        return this;
    }

    /** Asks for the page in one trip. */
    public Page<R> page(Pipeline pipeline, Paging paging) {
        var trip = pipeline.open();
        var page = on(trip, paging);
        trip.send();
        return page.get();
    }

    /** Asks for the page on a trip of others; it is there once that was sent. */
    public Supplier<Page<R>> on(Trip trip, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? "" : " and " + keyset.after();
        var rows = trip.add(withParameters(Query.of(
                "select " + columns + " from " + from + conditions + after + " order by " + keyset.order()
                        + " offset :pageOffset limit :pageRows",
                mapper)));
        rows.param("pageOffset", paging.offset()).param("pageRows", paging.pageSize() + 1);
        if (cursor != null) {
            keyset.parameters(cursor).forEach(rows::param);
        }
        var length = trip.addIf(cursor == null || countsBehindCursor, this::length);
        return () -> Page.of(paging, rows.answer(), length.first().orElse(null), keyset::position);
    }

    private Query<Long> length() {
        return total == null ? withParameters(Query.number("select count(*) from " + countedFrom + conditions)) : total;
    }

    private <Q> Query<Q> withParameters(Query<Q> query) {
        parameters.forEach(query::param);
        return query;
    }
}
