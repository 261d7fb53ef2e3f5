package iq.sendy.inventory.store;

import iq.sendy.inventory.WarehouseView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Warehouses; {@code one_default_warehouse} holds that there is one default at most, and nothing takes the last away. */
@Component
public class WarehouseStore {

    private static final String FROM = """
            select w.id, w.name, w.address, w.is_default, w.created_at, w.updated_at from inventory.warehouse as w
            where w.store_id = :store and w.deleted_at is null
            """;

    private static final RowMapper<WarehouseView> VIEW = (row, _) -> new WarehouseView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("address"),
            row.getBoolean("is_default"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("updated_at").toInstant());

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

    public Query<WarehouseView> find(StoreId store, UUID warehouse) {
        return Query.of(FROM + "and w.id = :id", VIEW)
                .param("store", store.value())
                .param("id", warehouse);
    }

    /** The warehouse, against any change until the transaction ends; whoever brings pieces into it waits as well. */
    public Query<WarehouseView> lock(StoreId store, UUID warehouse) {
        return Query.of(FROM + "and w.id = :id for update", VIEW)
                .param("store", store.value())
                .param("id", warehouse);
    }

    public Query<Boolean> holdsPieces(StoreId store, UUID warehouse) {
        return Query.of("""
                        select exists (
                            select from inventory.item
                            where store_id = :store and warehouse_id = :id and quantity_on_hand > 0)
                        """, (row, _) -> row.getBoolean(1))
                .param("store", store.value())
                .param("id", warehouse);
    }

    public Query<WarehouseView> list(
            StoreId store, @Nullable Instant afterAt, @Nullable UUID after, long offset, int most) {
        return Query.of(FROM + """
                                and (:after::uuid is null
                                    or (w.created_at, w.id) < (:afterAt::timestamptz, :after::uuid))
                                order by w.created_at desc, w.id desc offset :offset limit :most
                                """, VIEW)
                .param("store", store.value())
                .param("after", after)
                .param("afterAt", Sql.atOrNull(afterAt))
                .param("offset", offset)
                .param("most", most);
    }

    public Query<Long> count(StoreId store) {
        return Query.of(
                        "select count(*) from inventory.warehouse where store_id = :store and deleted_at is null",
                        (row, _) -> row.getLong(1))
                .param("store", store.value());
    }

    /** The present default, unless it is this one, is none any more; a statement of its own, because the index looks row by row. */
    public Query<Boolean> clearDefault(StoreId store, UUID but, Instant now) {
        return Query.write("""
                        update inventory.warehouse set is_default = false, updated_at = :now
                        where store_id = :store and is_default and id <> :but
                        """).param("store", store.value()).param("but", but).param("now", Sql.at(now));
    }

    public Query<Boolean> insert(StoreId store, WarehouseView warehouse) {
        return withColumns(store, warehouse, Query.write("""
                        insert into inventory.warehouse (store_id, id, name, address, is_default, created_at, updated_at)
                        values (:store, :id, :name, :address, :isDefault, :now, :now)
                        """));
    }

    public Query<Boolean> update(StoreId store, WarehouseView warehouse) {
        return withColumns(store, warehouse, Query.write("""
                        update inventory.warehouse
                        set name = :name, address = :address, is_default = :isDefault, updated_at = :now
                        where store_id = :store and id = :id
                        """));
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

    private static Query<Boolean> withColumns(StoreId store, WarehouseView warehouse, Query<Boolean> statement) {
        return statement
                .param("store", store.value())
                .param("id", warehouse.id())
                .param("name", warehouse.name())
                .param("address", warehouse.address())
                .param("isDefault", warehouse.isDefault())
                .param("now", Sql.at(warehouse.updatedAt()));
    }
}
