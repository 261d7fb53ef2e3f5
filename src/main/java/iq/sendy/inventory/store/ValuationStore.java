package iq.sendy.inventory.store;

import iq.sendy.catalog.AverageCost;
import iq.sendy.inventory.ReceivedGoods;
import iq.sendy.inventory.StockForecast;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moving average cost: what the pieces of a product were worth together after the last receipt, and how many they were. The
 * average is their fraction, so only receipts write it: what is sold, returned or counted later is so many pieces at it.
 */
@Component
public class ValuationStore {

    /** Goods with the shop's own figure, for pieces that lay there before the first receipt. */
    public record ValuedGoods(ReceivedGoods goods, @Nullable Long ownCost) {}

    private static final Columns<ValuedGoods> GOODS = Columns.of(ValuedGoods.class, "g")
            .uuid("product_id", each -> each.goods().productId())
            .bigint("pieces", each -> each.goods().pieces())
            .bigint("worth", each -> each.goods().worth())
            .bigint("own_cost", ValuedGoods::ownCost);

    /** What there is of goods that come in, and what it is worth before they do. */
    private static final String BEFORE = """
            with goods as (
                select g.product_id, sum(g.pieces)::bigint as pieces, sum(g.worth)::bigint as worth,
                       max(g.own_cost) as own_cost
                from %s
                group by g.product_id
            ), there as (
                select g.product_id, g.pieces, g.worth, g.own_cost, v.pieces as valued, v.worth as value,
                       coalesce(v.entries, 0) as entries,
                       greatest((
                           select sum(i.quantity_on_hand) from inventory.item as i
                           where i.store_id = :store and i.product_id = g.product_id), 0)::bigint as on_hand
                from goods as g
                left join inventory.valuation as v on v.store_id = :store and v.product_id = g.product_id
            ), before as (
                select t.product_id, t.pieces, t.worth, t.entries, t.on_hand,
                       round(case when t.on_hand = 0 then 0
                                  when t.valued is not null then t.value * t.on_hand / t.valued
                                  when t.own_cost is not null then t.own_cost::numeric * t.on_hand
                                  else t.worth::numeric * t.on_hand / t.pieces end) as worth_before
                from there as t
                where t.on_hand + t.pieces > 0
            )""";

    /** All rows of stock of these products, against any change until the transaction ends. */
    public Query<Boolean> lockItems(StoreId store, Collection<UUID> products) {
        return Query.write("""
                        select true from inventory.item
                        where store_id = :store and product_id = any (:products)
                        order by id
                        for no key update
                        """).param("store", store.value()).param("products", products.toArray(UUID[]::new));
    }

    /** Those of these products that never had a quantity. */
    public Query<UUID> uncounted(StoreId store, Collection<UUID> products) {
        return Query.id("""
                        select product_id from inventory.product
                        where store_id = :store and product_id = any (:products) and not counted
                        """).param("store", store.value()).param("products", products.toArray(UUID[]::new));
    }

    /**
     * Restates the averages for goods that are about to come in, once their rows are locked by an earlier statement, and
     * answers them. What is there counts at the average so far; before the first receipt at the shop's own figure, and where
     * that is missing like what comes in. With nothing there the receipt alone decides, so an average is never negative.
     */
    public Query<AverageCost> receive(StoreId store, UUID purchaseOrder, List<ValuedGoods> goods, Instant now) {
        return Query.of(BEFORE.formatted(GOODS.table()) + """
                        , entered as (
                            insert into inventory.valuation_entry
                                (store_id, product_id, position, purchase_order_id, pieces_before, worth_before, pieces,
                                 worth, created_at)
                            select :store, product_id, entries + 1, :purchaseOrder, on_hand, worth_before, pieces, worth,
                                   :now
                            from before
                        )
                        insert into inventory.valuation as v (store_id, product_id, pieces, worth, entries)
                        select :store, product_id, on_hand + pieces, worth_before + worth, entries + 1
                        from before
                        order by product_id
                        on conflict (store_id, product_id) do update
                        set pieces = excluded.pieces, worth = excluded.worth, entries = excluded.entries
                        returning v.product_id, round(v.worth / v.pieces)::bigint as unit_cost
                        """, AverageCost.class)
                .param("store", store.value())
                .rows(GOODS, goods)
                .param("purchaseOrder", purchaseOrder)
                .param("now", Sql.at(now));
    }

    /** What {@link #receive} would make of stock and averages, were the goods to come in now. */
    public Query<StockForecast> foresee(StoreId store, List<ValuedGoods> goods) {
        return Query.of(BEFORE.formatted(GOODS.table()) + """
                        select product_id, on_hand, on_hand + pieces as on_hand_after,
                               round((worth_before + worth) / (on_hand + pieces))::bigint as unit_cost_after
                        from before
                        """, StockForecast.class)
                .param("store", store.value())
                .rows(GOODS, goods);
    }
}
