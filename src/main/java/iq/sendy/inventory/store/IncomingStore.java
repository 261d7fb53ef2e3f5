package iq.sendy.inventory.store;

import iq.sendy.inventory.Demand;
import iq.sendy.inventory.MovementCause;
import iq.sendy.inventory.MovementType;
import iq.sendy.inventory.ReceivedGoods;
import iq.sendy.inventory.StockChange;
import iq.sendy.inventory.StockRoom;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goods that come in, back from customers or from suppliers, as {@link StockStore} writes them. */
@Component
public class IncomingStore {

    /**
     * Good pieces of what a holder bought come back where they came from, or into the default warehouse where that place is
     * gone; never more than was sold and not returned yet. Of a product that was sold short, the pieces that the stock did
     * not know of come into the default warehouse, too.
     */
    public Query<StockChange> restock(
            StoreId store, UUID holder, List<Demand> good, Set<UUID> soldShort, MovementCause cause) {
        var statement = Query.of(
                """
                with good as (
                    select w.product_id, sum(w.quantity)::bigint as quantity
                    from unnest(:products::uuid[], :quantities::bigint[]) as w (product_id, quantity)
                    group by w.product_id
                ), sold as materialized (
                    select h.item_id, i.product_id, i.warehouse_id, h.returned, h.quantity - h.returned as rest
                    from inventory.holding as h
                    join inventory.item as i on i.store_id = :store and i.id = h.item_id
                    where h.store_id = :store and h.holder_id = :holder and h.state = 'Sold'
                        and i.product_id = any (:products::uuid[])
                    order by h.item_id
                    for update of h
                ), places as materialized (
                    select w.id, w.deleted_at from inventory.warehouse as w
                    where w.store_id = :store and w.id in (select warehouse_id from sold)
                    order by w.id
                    for share
                ), ranked as (
                    select s.item_id, s.product_id, s.warehouse_id, s.returned, s.rest,
                           sum(s.rest) over (
                               partition by s.product_id order by s.item_id
                               rows between unbounded preceding and 1 preceding) as earlier
                    from sold as s
                ), back as (
                    select r.item_id, r.product_id, r.warehouse_id, r.returned,
                           least(r.rest, g.quantity - coalesce(r.earlier, 0))::bigint as part
                    from ranked as r join good as g using (product_id)
                    where r.rest > 0 and coalesce(r.earlier, 0) < g.quantity
                ), beyond as (
                    select g.product_id, g.quantity - coalesce(r.rest, 0) as part
                    from good as g
                    left join (select s.product_id, sum(s.rest)::bigint as rest from sold as s group by s.product_id) as r
                        using (product_id)
                    where g.product_id = any (:soldShort::uuid[]) and g.quantity > coalesce(r.rest, 0)
                ), aimed as (
                    select case when p.id is not null and p.deleted_at is null then b.item_id else d.id end as id,
                           sum(b.part)::bigint as part
                    from (select product_id, warehouse_id, item_id, part from back
                          union all select product_id, null, null, part from beyond) as b
                    left join places as p on p.id = b.warehouse_id
                    join inventory.warehouse as w on w.store_id = :store and w.is_default
                    join inventory.item as d
                        on d.store_id = :store and d.product_id = b.product_id and d.warehouse_id = w.id
                    group by 1
                ), locked as materialized (
                    select i.id, i.quantity_on_hand, i.quantity_reserved from inventory.item as i
                    where i.store_id = :store and i.id in (select id from aimed)
                    order by i.id
                    for no key update
                ), parts as (
                    select l.id, l.quantity_on_hand, l.quantity_reserved, a.part as on_hand, 0::bigint as reserved
                    from aimed as a join locked as l on l.id = a.id
                ), marked as (
                    update inventory.holding as o set returned = b.returned + b.part
                    from back as b
                    where o.store_id = :store and o.holder_id = :holder and o.item_id = b.item_id
                ),
                """ + StockStore.CHANGED + ", " + StockStore.MOVED + "\n" + StockStore.CHANGES, StockRows::change);
        return StockStore.caused(statement, store, cause, MovementType.RETURN, 1)
                .param("holder", holder)
                .param("soldShort", soldShort.toArray(UUID[]::new))
                .param("products", good.stream().map(Demand::productId).toArray(UUID[]::new))
                .param("quantities", good.stream().map(Demand::quantity).toArray(Long[]::new));
    }

    /** The room in the default warehouse, where the goods of purchase orders come in. */
    public Query<StockRoom> room(StoreId store, Collection<UUID> products) {
        return room(store, null, products, "");
    }

    /** The room where goods may come back from a holder; it stays so until the transaction ends. */
    public Query<StockRoom> roomBack(StoreId store, UUID holder, Collection<UUID> products) {
        return room(store, holder, products, "for no key update of i");
    }

    private static Query<StockRoom> room(StoreId store, @Nullable UUID holder, Collection<UUID> products, String lock) {
        return Query.of(
                        """
                        with places as materialized (
                            select i.product_id, i.quantity_on_hand from inventory.item as i
                            join inventory.warehouse as w on w.store_id = :store and w.id = i.warehouse_id
                            where i.store_id = :store and i.product_id = any (:products)
                                and (w.is_default or exists (
                                    select from inventory.holding as h
                                    where h.store_id = :store and h.holder_id = :holder::uuid and h.item_id = i.id))
                            order by i.id
                        """ + lock + """
                        )
                        select product_id, greatest(0, :most - max(quantity_on_hand)) as pieces
                        from places group by product_id
                        """,
                        (row, _) -> new StockRoom(row.getObject("product_id", UUID.class), row.getLong("pieces")))
                .param("store", store.value())
                .param("products", products.toArray(UUID[]::new))
                .param("holder", holder)
                .param("most", StockStore.MOST);
    }

    /** Goods of a purchase order come into the default warehouse. */
    public Query<StockChange> receive(StoreId store, List<ReceivedGoods> goods, MovementCause cause) {
        var statement = Query.of(
                """
                with goods as (
                    select w.product_id, sum(w.quantity)::bigint as quantity
                    from unnest(:products::uuid[], :quantities::bigint[]) as w (product_id, quantity)
                    where w.quantity > 0
                    group by w.product_id
                ), place as materialized (
                    select w.id from inventory.warehouse as w where w.store_id = :store and w.is_default for share
                ), locked as materialized (
                    select i.id, i.product_id, i.quantity_on_hand, i.quantity_reserved from inventory.item as i
                    where i.store_id = :store and i.product_id = any (:products::uuid[])
                        and i.warehouse_id in (select id from place)
                    order by i.id
                    for no key update
                ), parts as (
                    select l.id, l.quantity_on_hand, l.quantity_reserved, g.quantity as on_hand, 0::bigint as reserved
                    from locked as l join goods as g using (product_id)
                ),
                """ + StockStore.CHANGED + ", " + StockStore.MOVED + "\n" + StockStore.CHANGES, StockRows::change);
        return StockStore.caused(statement, store, cause, MovementType.RECEIPT, 1)
                .param("products", goods.stream().map(ReceivedGoods::productId).toArray(UUID[]::new))
                .param("quantities", goods.stream().map(ReceivedGoods::pieces).toArray(Long[]::new));
    }
}
