package iq.sendy.inventory.store;

import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.inventory.ItemFilter;
import iq.sendy.inventory.ItemView;
import iq.sendy.inventory.MovementCause;
import iq.sendy.inventory.MovementView;
import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.StoreCounters;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rows of stock: laid out for what the catalogue lists, and read. */
@Component
public class ItemStore {

    private static final int UUID_LENGTH = 36;

    private static final String ITEMS = """
            from inventory.product as n
            join inventory.item as i on i.store_id = :store and i.product_id = n.product_id
            join inventory.warehouse as w on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
            where n.store_id = :store and not n.archived
            """;

    private static final Columns<Listed> LISTED = Columns.of(Listed.class, "f")
            .uuid("id", Listed::product)
            .text("sku", Listed::sku)
            .text("name", Listed::name)
            .bool("archived", Listed::archived)
            .bool("counted", product -> product.initialQuantity() != null)
            .bool("untracked", Listed::untracked);

    private static final Columns<Listed> FIRST_QUANTITIES = Columns.of(Listed.class, "n")
            .uuid("product_id", Listed::product)
            .bigint("quantity", Listed::initialQuantity);

    private static final Keyset<MovementView> NEWEST =
            Keyset.<MovementView>descending().bigint("m.position", MovementView::position);

    /** A row's id: a UUIDv7 of the product's time, and a digest of product and warehouse; how many there are only SQL knows. */
    static final String ITEM_ID = """
            (left(n.product_id::text, 20) || left(d.digest, 3) || '-' || substr(d.digest, 4, 12))::uuid""";

    static final String DIGEST = """
            cross join lateral (
                select encode(sha256((n.product_id::text || w.id::text)::bytea), 'hex') as digest) as d
            """;

    /** Stores what the catalogue says of products, whose rows there it has locked. Answers how many more are listed now. */
    public Query<Long> saveProducts(StoreId store, List<Listed> products) {
        return Query.of("""
                        with before as materialized (
                            select product_id, archived from inventory.product
                            where store_id = :store and product_id = any (:ids)
                        ), kept as (
                            insert into inventory.product as n
                                (store_id, product_id, sku, name, archived, counted, untracked)
                            select :store, f.id, f.sku, f.name, f.archived, f.counted, f.untracked
                            from %s
                            on conflict (store_id, product_id) do update
                            set sku = excluded.sku, name = excluded.name, archived = excluded.archived,
                                counted = n.counted or excluded.counted, untracked = excluded.untracked
                            returning n.product_id, n.archived
                        )
                        select coalesce(sum(coalesce(before.archived, true)::integer - kept.archived::integer), 0)
                        from kept left join before using (product_id)
                        """.formatted(LISTED.table()), (row, _) -> row.getLong(1))
                .param("store", store.value())
                .param("ids", products.stream().map(Listed::product).toArray(UUID[]::new))
                .rows(LISTED, products);
    }

    /** So many more products are listed, or fewer. */
    public Query<Boolean> countListed(StoreId store, long more) {
        return StoreCounters.add(store, Map.of("stocked", more));
    }

    /** New products get their row in every warehouse, the first quantity in the default one, and the ledger its first line. */
    public Query<StockChange> insertForProducts(StoreId store, List<Listed> fresh, MovementCause cause) {
        return Query.of(
                        "with laid as (insert into inventory.item" + """
                                    (store_id, id, product_id, warehouse_id, quantity_on_hand, quantity_reserved,
                                     movements, sequence, created_at, updated_at)
                                select :store,
                                """ + ITEM_ID + """
                                     , n.product_id, w.id, case when w.is_default then coalesce(n.quantity, 0) else 0 end,
                                       0, case when w.is_default and n.quantity is not null then 1 else 0 end,
                                       case when w.is_default and n.quantity > 0 then 1 else 0 end, :now, :now
                                from\s""" + FIRST_QUANTITIES.table()
                                + """

                                join inventory.warehouse as w on w.store_id = :store and w.deleted_at is null
                                """ + DIGEST + """
                                returning id, product_id, warehouse_id, quantity_on_hand, movements, sequence
                                ), moved as (
                                    insert into inventory.movement
                                        (store_id, item_id, position, id, type, quantity, quantity_on_hand_after,
                                         reserved_change, reason, actor_kind, actor_id, actor_name, created_at)
                                    select :store, l.id, 1, l.id, 'Count', l.quantity_on_hand, l.quantity_on_hand, 0,
                                           'initialQuantity', :actorKind, :actorId::uuid, :actorName, :now
                                    from laid as l where l.movements = 1
                                )
                                select l.id, l.product_id, n.sku, n.name, l.warehouse_id, l.quantity_on_hand,
                                       0::bigint as quantity_reserved, l.sequence, l.quantity_on_hand as on_hand,
                                       0::bigint as reserved, n.untracked
                                from laid as l
                                join inventory.product as n on n.store_id = :store and n.product_id = l.product_id
                                where l.sequence > 0
                                """,
                        StockRows::change)
                .param("store", store.value())
                .rows(FIRST_QUANTITIES, fresh)
                .param("actorKind", cause.actor().kind())
                .param("actorId", cause.actor().id())
                .param("actorName", cause.actor().name())
                .param("now", Sql.at(cause.at()));
    }

    /** A new warehouse gets its row for every product, archived ones too: they may come back. */
    public Query<Boolean> insertForWarehouse(StoreId store, UUID warehouse, Instant now) {
        return Query.write("insert into inventory.item" + """
                                    (store_id, id, product_id, warehouse_id, quantity_on_hand, quantity_reserved,
                                     movements, sequence, created_at, updated_at)
                                select :store,
                                """ + ITEM_ID + """
                                     , n.product_id, w.id, 0, 0, 0, 0, :now, :now
                                from inventory.product as n
                                join inventory.warehouse as w on w.store_id = :store and w.id = :warehouse
                                """ + DIGEST + "where n.store_id = :store")
                .param("store", store.value())
                .param("warehouse", warehouse)
                .param("now", Sql.at(now));
    }

    /** These products have had their first quantity. */
    public Query<Boolean> markCounted(StoreId store, Collection<UUID> products) {
        return Query.write("""
                        update inventory.product set counted = true
                        where store_id = :store and product_id = any (:products) and not counted
                        """).param("store", store.value()).param("products", products.toArray(UUID[]::new));
    }

    /** A second event of a transaction takes a number of its own; one that is not published leaves its number to the next. */
    public Query<Boolean> addToSequence(StoreId store, Collection<UUID> items, int more) {
        return Query.write("""
                        update inventory.item set sequence = sequence + :more
                        where store_id = :store and id = any (:items)
                        """)
                .param("store", store.value())
                .param("items", items.toArray(UUID[]::new))
                .param("more", more);
    }

    /** The pieces of these products that are not promised, over all warehouses. */
    public Query<Quantity> available(StoreId store, Collection<UUID> products) {
        return Query.of("""
                        select product_id, sum(quantity_on_hand - quantity_reserved)::bigint
                        from inventory.item
                        where store_id = :store and product_id = any (:products)
                        group by product_id
                        """, (row, _) -> new Quantity(row.getObject(1, UUID.class), row.getLong(2)))
                .param("store", store.value())
                .param("products", products.toArray(UUID[]::new));
    }

    /**
     * By SKU, one more than a page holds; a cursor holds id and SKU of the last row of the page before. First the products, of which each has a row at least, then the rows of those alone: a join of both would be of all of them. The
     * first product may have been on the page before.
     */
    public Query<ItemView> list(StoreId store, ItemFilter filter, Paging paging) {
        var cursor = paging.cursor();
        var most = paging.pageSize() + 1;
        var parameters = new LinkedHashMap<String, Object>();
        var text = """
                select i.id, n.product_id, n.sku, n.name, i.warehouse_id, i.quantity_on_hand, i.quantity_reserved,
                       i.updated_at
                from (
                    select n.product_id, n.sku, n.name from inventory.product as n
                    where n.store_id = :store and not n.archived""" + products(filter, parameters);
        if (cursor != null) {
            text += " and n.sku >= :afterSku";
        }
        text += """
                 order by n.sku, n.product_id limit :reach
                ) as n
                cross join lateral (
                    select i.id, i.warehouse_id, i.quantity_on_hand, i.quantity_reserved, i.updated_at
                    from inventory.item as i
                    join inventory.warehouse as w
                        on w.store_id = :store and w.id = i.warehouse_id and w.deleted_at is null
                    where i.store_id = :store and i.product_id = n.product_id""" + warehouse(filter, parameters) + """
                 offset 0
                ) as i
                """;
        if (cursor != null) {
            text += " where (n.sku, i.id) > (:afterSku, :after)";
            parameters.put("afterSku", cursor.substring(UUID_LENGTH));
            parameters.put("after", UUID.fromString(cursor.substring(0, UUID_LENGTH)));
        }
        var question = Query.of(text + " order by n.sku, i.id offset :offset limit :most", StockRows::item)
                .param("store", store.value())
                .param("reach", paging.offset() + most + 1)
                .param("offset", paging.offset())
                .param("most", most);
        parameters.forEach(question::param);
        return question;
    }

    public Query<Long> count(StoreId store, ItemFilter filter) {
        if (filter.equals(ItemFilter.ANY)) {
            return everyItem(store);
        }
        var parameters = new LinkedHashMap<String, Object>();
        var question = Query.of("select count(*) " + ITEMS + conditions(filter, parameters), (row, _) -> row.getLong(1))
                .param("store", store.value());
        parameters.forEach(question::param);
        return question;
    }

    /** Every product has a row in every warehouse, so the list is as long as the two make it, and nobody need count it. */
    private static Query<Long> everyItem(StoreId store) {
        return Query.of("""
                        select coalesce(max(c.value), 0) * (
                            select count(*) from inventory.warehouse as w
                            where w.store_id = :store and w.deleted_at is null)
                        from platform.store_counter as c where c.store_id = :store and c.name = 'stocked'
                        """, (row, _) -> row.getLong(1)).param("store", store.value());
    }

    /** The filter as SQL: a fixed text for each condition that is there. */
    private static String conditions(ItemFilter filter, Map<String, Object> parameters) {
        return products(filter, parameters) + warehouse(filter, parameters);
    }

    private static String products(ItemFilter filter, Map<String, Object> parameters) {
        var text = new StringBuilder();
        if (filter.sku() != null) {
            text.append(" and n.sku = :sku");
            parameters.put("sku", filter.sku());
        }
        if (filter.productId() != null) {
            text.append(" and n.product_id = :product");
            parameters.put("product", filter.productId());
        }
        return text.toString();
    }

    private static String warehouse(ItemFilter filter, Map<String, Object> parameters) {
        if (filter.warehouseId() == null) {
            return "";
        }
        parameters.put("warehouse", filter.warehouseId());
        return " and i.warehouse_id = :warehouse";
    }

    /** A row that is on the list. */
    public Query<ItemView> find(StoreId store, UUID item) {
        return Query.of(
                        "select i.id, i.product_id, n.sku, n.name, i.warehouse_id, i.quantity_on_hand,"
                                + " i.quantity_reserved, i.updated_at " + ITEMS + " and i.id = :item",
                        StockRows::item)
                .param("store", store.value())
                .param("item", item);
    }

    /** The ledger of a row, newest first. */
    public Listing<MovementView> movements(StoreId store, UUID item) {
        return Listing.select("""
                        m.id, m.position, m.type, m.quantity, m.quantity_on_hand_after, m.reserved_change, m.reason,
                        m.order_id, m.purchase_order_id, m.actor_kind, m.actor_id, m.actor_name, m.created_at""", StockRows::movement)
                .from("inventory.movement as m where m.store_id = :store and m.item_id = :item", NEWEST)
                .param("store", store.value())
                .param("item", item);
    }

    /** How many lines the ledger of a row has; it counts them itself. */
    public Query<Long> countMovements(StoreId store, UUID item) {
        return Query.of(
                        "select movements from inventory.item where store_id = :store and id = :item",
                        (row, _) -> row.getLong(1))
                .param("store", store.value())
                .param("item", item);
    }
}
