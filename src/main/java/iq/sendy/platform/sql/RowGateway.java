package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * Row data of a table. Has the statements that every table says in the same words whose rows belong to a store and have an
 * id; {@link TableGateway} and {@link SoftDeletingGateway} say how a row goes.
 *
 * @param <R> what a row is as a record
 */
public abstract class RowGateway<R> {

    private final String table;
    private final Columns<R> columns;
    private final Keyset<R> order;
    private final RowMapper<R> mapper;
    private final String ofStore;

    /** @param there a condition for rows that count, which begins with {@code and}; empty for all */
    RowGateway(String table, Columns<R> columns, Keyset<R> order, RowMapper<R> mapper, String there) {
        this.table = table;
        this.columns = columns;
        this.order = order;
        this.mapper = mapper;
        this.ofStore =
                table + " as " + columns.alias() + " where " + columns.qualified("store_id") + " = :store" + there;
    }

    public Query<R> find(StoreId store, UUID id) {
        return one(store, id, "");
    }

    /** The row, against any change until the transaction ends. */
    public Query<R> lock(StoreId store, UUID id) {
        return one(store, id, " for update");
    }

    private Query<R> one(StoreId store, UUID id, String lock) {
        return Query.of(
                        "select " + columns.selected() + " from " + ofStore + " and " + columns.qualified("id")
                                + " = :id" + lock,
                        mapper)
                .param("store", store.value())
                .param("id", id);
    }

    public Listing<R> list(StoreId store) {
        return Listing.select(columns.selected(), mapper).from(ofStore, order).param("store", store.value());
    }

    /** As {@link #list}, without pages. */
    protected Query<R> first(StoreId store, int most) {
        return Query.of(
                        "select " + columns.selected() + " from " + ofStore + " order by " + order.order()
                                + " limit :most",
                        mapper)
                .param("store", store.value())
                .param("most", most);
    }

    public Query<Boolean> insert(StoreId store, R row) {
        return Query.write("insert into " + table + " (store_id, " + columns.names() + ") values (:store, "
                        + columns.values() + ")")
                .param("store", store.value())
                .row(columns, row);
    }

    public Query<Boolean> update(StoreId store, R row) {
        return Query.write("update " + table + " set " + columns.assignments() + " where store_id = :store and id = "
                        + columns.value("id"))
                .param("store", store.value())
                .row(columns, row);
    }
}
