package iq.sendy.platform.sql;

import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * Table data gateway with soft deletion: a deleted row stays, with the time in {@code deleted_at}, and is no longer found.
 *
 * @param <R> what a row is as a record
 */
public abstract class SoftDeletingGateway<R> extends RowGateway<R> {

    private final String table;

    /**
     * @param table with its schema
     * @param columns {@code id} among them
     * @param order of its list
     */
    protected SoftDeletingGateway(String table, Columns<R> columns, Keyset<R> order, RowMapper<R> mapper) {
        super(table, columns, order, mapper, " and " + columns.qualified("deleted_at") + " is null");
        this.table = table;
    }

    /** Whether there was one under this id that was deleted since. */
    public Query<Boolean> deleted(StoreId store, UUID id) {
        return Query.flag("select true from " + table
                        + " where store_id = :store and id = :id and deleted_at is not null")
                .param("store", store.value())
                .param("id", id);
    }

    public Query<Boolean> delete(StoreId store, UUID id, Instant now) {
        return Query.write("update " + table
                        + " set deleted_at = :now, updated_at = :now where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", id)
                .param("now", Sql.at(now));
    }
}
