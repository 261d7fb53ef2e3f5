package iq.sendy.inventory.store;

import iq.sendy.inventory.StockLevel;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sums of the rows of stock of each product. */
@Component
public class StockLevelStore {

    /** No more than so many can be sold of a product that is tracked. */
    public static final String LOW = "n.counted and not n.untracked and i.on_hand - i.reserved <= :threshold";

    private static final Keyset<StockLevel> BY_SKU =
            Keyset.<StockLevel>ascending().text("n.sku", StockLevel::sku).uuid("n.product_id", StockLevel::productId);

    private static final String COLUMNS =
            "n.product_id, n.sku, n.name, n.counted and not n.untracked as tracked, i.on_hand, i.reserved";

    private static final String LEVELS = """
            inventory.product as n
            cross join lateral (
                select coalesce(sum(i.quantity_on_hand), 0)::bigint as on_hand,
                       coalesce(sum(i.quantity_reserved), 0)::bigint as reserved
                from inventory.item as i
                join inventory.warehouse as w
                    on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
                where i.store_id = :store and i.product_id = n.product_id
            ) as i
            where n.store_id = :store and not n.archived""";

    public Listing<StockLevel> list(StoreId store) {
        return Listing.select(COLUMNS, StockLevelStore::level)
                .from(LEVELS, BY_SKU)
                .param("store", store.value());
    }

    public Query<StockLevel> of(StoreId store, Collection<UUID> products) {
        return Query.of(
                        "select " + COLUMNS + " from " + LEVELS
                                + " and n.product_id = any (:products) order by n.sku, n.product_id",
                        StockLevelStore::level)
                .param("store", store.value())
                .param("products", products.toArray(UUID[]::new));
    }

    private static StockLevel level(ResultSet row, int index) throws SQLException {
        return new StockLevel(
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                row.getBoolean("tracked"),
                row.getLong("on_hand"),
                row.getLong("reserved"));
    }
}
