package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * Table data gateway, whose rows are deleted for good; a subclass adds what its table says alone.
 *
 * @param <R> what a row is as a record
 */
public abstract class TableGateway<R> extends RowGateway<R> {

    private final String table;

    /**
     * @param table with its schema
     * @param columns {@code id} among them
     * @param order of its list
     */
    protected TableGateway(String table, Columns<R> columns, Keyset<R> order, RowMapper<R> mapper) {
        super(table, columns, order, mapper, "");
        this.table = table;
    }

    /** Whether there is a row, whatever it says of itself. */
    public Query<Boolean> any(StoreId store) {
        return Query.flag("select exists (select from " + table + " where store_id = :store)")
                .param("store", store.value());
    }

    public Query<Boolean> delete(StoreId store, UUID id) {
        return Query.write("delete from " + table + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", id);
    }
}
