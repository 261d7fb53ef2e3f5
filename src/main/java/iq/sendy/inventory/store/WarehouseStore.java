package iq.sendy.inventory.store;

import iq.sendy.inventory.WarehouseView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Warehouses; {@code one_default_warehouse} holds that there is one default at most, and nothing takes the last away. */
@Component
public class WarehouseStore {

    private static final Columns<WarehouseView> WAREHOUSE = Columns.of(WarehouseView.class, "w")
            .uuid("id", WarehouseView::id)
            .time("created_at", WarehouseView::createdAt)
            .fixed()
            .time("updated_at", WarehouseView::updatedAt)
            .text("name", WarehouseView::name)
            .text("address", WarehouseView::address)
            .bool("is_default", WarehouseView::isDefault);

    private static final String FROM = "inventory.warehouse as w where w.store_id = :store and w.deleted_at is null";

    private static final RowMapper<WarehouseView> VIEW = (row, _) -> new WarehouseView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("address"),
            row.getBoolean("is_default"),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    private static final Keyset<WarehouseView> NEWEST = Keyset.newest("w", WarehouseView::createdAt, WarehouseView::id);

    /** The row that {@link #lockPremises} locks. */
    public Query<Boolean> insertPremises(StoreId store) {
        return Query.write("insert into inventory.premises (store_id) values (:store)")
                .param("store", store.value());
    }

    /** Whoever adds a warehouse or changes which is the default waits here for the others, and for who adds products. */
    public Query<Boolean> lockPremises(StoreId store) {
        return Query.write("select store_id from inventory.premises where store_id = :store for update")
                .param("store", store.value());
    }

    /** Whoever adds products waits here for who adds a warehouse, but not for one another. */
    public Query<Boolean> sharePremises(StoreId store) {
        return Query.write("select store_id from inventory.premises where store_id = :store for key share")
                .param("store", store.value());
    }

    /** Whether a warehouse was added under this id and deleted since. */
    public Query<Boolean> deleted(StoreId store, UUID warehouse) {
        return Query.flag("""
                        select true from inventory.warehouse
                        where store_id = :store and id = :id and deleted_at is not null
                        """).param("store", store.value()).param("id", warehouse);
    }

    public Query<WarehouseView> find(StoreId store, UUID warehouse) {
        return one(store, warehouse, "");
    }

    /** The warehouse, against any change until the transaction ends; whoever brings pieces into it waits as well. */
    public Query<WarehouseView> lock(StoreId store, UUID warehouse) {
        return one(store, warehouse, " for update");
    }

    private static Query<WarehouseView> one(StoreId store, UUID warehouse, String lock) {
        return Query.of("select " + WAREHOUSE.selected() + " from " + FROM + " and w.id = :id" + lock, VIEW)
                .param("store", store.value())
                .param("id", warehouse);
    }

    public Query<Boolean> holdsPieces(StoreId store, UUID warehouse) {
        return Query.flag("""
                        select exists (
                            select from inventory.item
                            where store_id = :store and warehouse_id = :id and quantity_on_hand > 0)
                        """).param("store", store.value()).param("id", warehouse);
    }

    /** Newest first. */
    public Listing<WarehouseView> list(StoreId store) {
        return Listing.select(WAREHOUSE.selected(), VIEW).from(FROM, NEWEST).param("store", store.value());
    }

    /** The present default, unless it is this one, is none any more; a statement of its own, because the index looks row by row. */
    public Query<Boolean> clearDefault(StoreId store, UUID but, Instant now) {
        return Query.write("""
                        update inventory.warehouse set is_default = false, updated_at = :now
                        where store_id = :store and is_default and id <> :but
                        """).param("store", store.value()).param("but", but).param("now", Sql.at(now));
    }

    public Query<Boolean> insert(StoreId store, WarehouseView warehouse) {
        return Query.write("insert into inventory.warehouse (store_id, " + WAREHOUSE.names() + ") values (:store, "
                        + WAREHOUSE.values() + ")")
                .param("store", store.value())
                .row(WAREHOUSE, warehouse);
    }

    public Query<Boolean> update(StoreId store, WarehouseView warehouse) {
        return Query.write("update inventory.warehouse set " + WAREHOUSE.assignments()
                        + " where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", warehouse.id())
                .row(WAREHOUSE, warehouse);
    }

    public Query<Boolean> delete(StoreId store, UUID warehouse, Instant now) {
        return Query.write("""
                        update inventory.warehouse set deleted_at = :now, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", warehouse)
                .param("now", Sql.at(now));
    }
}
