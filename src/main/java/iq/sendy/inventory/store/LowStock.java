package iq.sendy.inventory.store;

import iq.sendy.inventory.PiecesLeft;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;

/** Low stock as a number, over all warehouses of a store. */
public final class LowStock {

    private LowStock() {}

    /** How many products that are tracked, and not archived, have no more than so many available pieces. */
    public static Query<Long> count(StoreId store, long threshold) {
        return Query.number("""
                        select count(*) from (
                            select i.product_id
                            from inventory.product as n
                                join inventory.item as i on i.store_id = :store and i.product_id = n.product_id
                                join inventory.warehouse as w
                                    on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
                            where n.store_id = :store and not n.archived and n.counted and not n.untracked
                            group by i.product_id
                            having sum(i.quantity_on_hand - i.quantity_reserved) <= :threshold) as low
                        """).param("store", store.value()).param("threshold", threshold);
    }

    /** How many of them have how many. */
    public static Query<PiecesLeft> left(StoreId store) {
        return Query.of("""
                        select p.pieces, count(*) as products from (
                            select sum(i.quantity_on_hand - i.quantity_reserved)::bigint as pieces
                            from inventory.product as n
                                join inventory.item as i on i.store_id = :store and i.product_id = n.product_id
                                join inventory.warehouse as w
                                    on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
                            where n.store_id = :store and not n.archived and n.counted and not n.untracked
                            group by i.product_id) as p
                        group by p.pieces
                        """, PiecesLeft.class).param("store", store.value());
    }
}
