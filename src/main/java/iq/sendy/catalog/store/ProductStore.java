package iq.sendy.catalog.store;

import iq.sendy.catalog.AverageCost;
import iq.sendy.catalog.Offer;
import iq.sendy.catalog.ProductName;
import iq.sendy.catalog.ProductPicture;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.StoreCounters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Products, written and read by their keys, with what a search looks at. */
@Component
public class ProductStore {

    /** A product with what a search looks at. */
    private static final Columns<ProductView> PRODUCT = Columns.of(ProductView.class, "f")
            .uuid("id", ProductView::id)
            .text("sku", ProductView::sku)
            .text("name", ProductView::name)
            .text("description", ProductView::description)
            .bool("is_active", ProductView::active)
            .bigint("price", ProductView::price)
            .bigint("compare_at_price", ProductView::compareAtPrice)
            .bigint("cost", ProductView::cost)
            // An array of arrays must not be ragged; no URL holds a line break.
            .text("image_urls", product -> String.join("\n", product.imageUrls()))
            .uuid("category_id", ProductView::categoryId)
            .bigint("weight_grams", ProductView::weightGrams)
            .text("barcode", ProductView::barcode)
            .bool("track_inventory", ProductView::trackStated)
            .bool("counted", ProductView::counted)
            .bigint("initial_quantity", ProductView::initialQuantity)
            .bigint("sequence", ProductView::sequence)
            .time("created_at", ProductView::createdAt)
            .time("updated_at", ProductView::updatedAt)
            .time("archived_at", ProductView::archivedAt)
            .text("content", ProductStore::content);

    private static final Columns<AverageCost> AVERAGE_COSTS = Columns.of(AverageCost.class, "a")
            .uuid("product_id", AverageCost::productId)
            .bigint("unit_cost", AverageCost::unitCost);

    private static final String FRESH = "with fresh as (select * from " + PRODUCT.table() + "), ";

    private static final String FROM = "select " + ProductRows.COLUMNS + " from catalog.product as p ";

    public Query<ProductView> find(StoreId store, UUID product) {
        return Query.of(FROM + "where p.store_id = :store and p.id = :id", ProductRows::product)
                .param("store", store.value())
                .param("id", product);
    }

    /** The product, against any change until the transaction ends. */
    public Query<ProductView> lock(StoreId store, UUID product) {
        return Query.of(FROM + "where p.store_id = :store and p.id = :id for update", ProductRows::product)
                .param("store", store.value())
                .param("id", product);
    }

    /** The products that have these SKUs, archived ones too, against any change until the transaction ends. */
    public Query<ProductView> lockBySku(StoreId store, Collection<String> skus) {
        return Query.of(
                        FROM + "where p.store_id = :store and p.sku = any (:skus) order by p.id for update",
                        ProductRows::product)
                .param("store", store.value())
                .param("skus", skus.toArray(String[]::new));
    }

    /** The first picture of each of these products that has one, archived ones too. */
    public Query<ProductPicture> pictures(StoreId store, Collection<UUID> ids) {
        return Query.of("""
                        select p.id as product_id, p.image_urls[1] as url from catalog.product as p
                        where p.store_id = :store and p.id = any (:ids) and p.image_urls <> '{}'
                        """, ProductPicture.class).param("store", store.value()).param("ids", ids.toArray(UUID[]::new));
    }

    /** Those of these addresses at which a product has a picture, in whatever width, archived ones too. */
    public Query<String> shown(StoreId store, Collection<String> urls) {
        return Query.of("""
                        select distinct u.url from catalog.product as p
                        cross join lateral unnest(p.image_urls) as i (url)
                        join unnest(:urls::text[]) as u (url) on u.url = split_part(i.url, '?', 1)
                        where p.store_id = :store
                        """, (row, _) -> row.getString("url"))
                .param("store", store.value())
                .param("urls", urls.toArray(String[]::new));
    }

    /** What these products are called, archived ones too. */
    public Query<ProductName> names(StoreId store, Collection<UUID> ids) {
        return Query.of("""
                        select p.id as product_id, p.sku, p.name from catalog.product as p
                        where p.store_id = :store and p.id = any (:ids)
                        """, ProductName.class).param("store", store.value()).param("ids", ids.toArray(UUID[]::new));
    }

    /** Which of these SKUs belong to a product already, archived ones too. */
    public Query<String> knownSkus(StoreId store, Collection<String> skus) {
        return Query.of(
                        "select p.sku from catalog.product as p where p.store_id = :store and p.sku = any (:skus)",
                        (row, _) -> row.getString(1))
                .param("store", store.value())
                .param("skus", skus.toArray(String[]::new));
    }

    /**
     * Stores new products, one statement however many, and answers the ids of those that are in: another product may have
     * taken a SKU since we looked.
     */
    public Query<UUID> insert(StoreId store, List<ProductView> products) {
        return Query.id(FRESH + """
                                stored as (
                                    insert into catalog.product
                                        (store_id, id, sku, name, description, is_active, price, compare_at_price, cost,
                                         image_urls, category_id, weight_grams, barcode, track_inventory, counted,
                                         initial_quantity, sequence, created_at, updated_at, archived_at)
                                    select :store, id, sku, name, description, is_active, price, compare_at_price, cost,
                                           string_to_array(image_urls, chr(10)), category_id, weight_grams, barcode,
                                           track_inventory, counted, initial_quantity, sequence, created_at, updated_at,
                                           archived_at
                                    from fresh
                                    on conflict (store_id, sku) do nothing
                                    returning id
                                ), searched as (
                                    insert into catalog.product_search (store_id, product_id, content, barcode)
                                    select :store, id, f.content, f.barcode from stored join fresh as f using (id)
                                )
                                select id from stored
                                """).param("store", store.value()).rows(PRODUCT, products);
    }

    /** Stores changes of locked products, one statement however many. */
    public Query<Boolean> update(StoreId store, List<ProductView> products) {
        return Query.write(FRESH + """
                        searched as (
                            update catalog.product_search as s
                            set content = f.content, barcode = f.barcode
                            from fresh as f
                            where s.store_id = :store and s.product_id = f.id
                                and (s.content, s.barcode) is distinct from (f.content, f.barcode)
                        )
                        update catalog.product as p
                        set sku = f.sku, name = f.name, description = f.description, is_active = f.is_active,
                            price = f.price, compare_at_price = f.compare_at_price, cost = f.cost,
                            image_urls = string_to_array(f.image_urls, chr(10)), category_id = f.category_id,
                            weight_grams = f.weight_grams, barcode = f.barcode, track_inventory = f.track_inventory,
                            counted = f.counted, sequence = f.sequence, updated_at = f.updated_at,
                            archived_at = f.archived_at
                        from fresh as f
                        where p.store_id = :store and p.id = f.id
                        """).param("store", store.value()).rows(PRODUCT, products);
    }

    /** So many more are listed, or fewer: the length of the whole list is kept, since counting it would read every row. */
    public Query<Boolean> countListed(StoreId store, long more) {
        return StoreCounters.add(store, Map.of("product", more));
    }

    /** From its first quantity on a product is counted; answers it if it was not before. */
    public Query<ProductView> markCounted(StoreId store, Collection<UUID> products, Instant now) {
        return Query.of("""
                        with fresh as materialized (
                            select id from catalog.product
                            where store_id = :store and id = any (:ids) and not counted
                            order by id for update
                        )
                        update catalog.product as p
                        set counted = true, updated_at = case when track_inventory is null then :now else updated_at end,
                            sequence = sequence + case when track_inventory is null then 1 else 0 end
                        from fresh
                        where p.store_id = :store and p.id = fresh.id and not p.counted
                        returning
                        """ + ProductRows.COLUMNS, ProductRows::product)
                .param("store", store.value())
                .param("ids", products.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }

    public Query<Boolean> setAverageCosts(StoreId store, List<AverageCost> costs) {
        return Query.write("""
                        with fresh as materialized (
                            select p.id, a.unit_cost
                            from %s
                            join catalog.product as p on p.store_id = :store and p.id = a.product_id
                            order by p.id for no key update of p
                        )
                        update catalog.product as p set average_cost = fresh.unit_cost
                        from fresh
                        where p.store_id = :store and p.id = fresh.id
                        """.formatted(AVERAGE_COSTS.table()))
                .param("store", store.value())
                .rows(AVERAGE_COSTS, costs);
    }

    public Query<Offer> offers(StoreId store, Collection<String> skus, Collection<UUID> products) {
        return Query.of("""
                        with recursive wanted as materialized (
                            select p.id, p.sku, p.name, p.price, coalesce(p.average_cost, p.cost) as unit_cost,
                                   p.is_active, p.archived_at is not null as archived,
                                   coalesce(p.track_inventory, p.counted) as tracked, p.weight_grams, p.category_id
                            from catalog.product as p
                            where p.store_id = :store and (p.sku = any (:skus) or p.id = any (:ids))
                        ), above (leaf, id, parent, depth) as (
                            select c.id, c.id, c.parent_category_id, 0
                            from catalog.category as c
                            where c.store_id = :store and c.id in (select category_id from wanted)
                            union all
                            select a.leaf, c.id, c.parent_category_id, a.depth + 1
                            from above as a join catalog.category as c on c.store_id = :store and c.id = a.parent
                        )
                        select w.id, w.sku, w.name, w.price, w.unit_cost, w.is_active, w.archived, w.tracked,
                               w.weight_grams,
                               array(select a.id from above as a where a.leaf = w.category_id order by a.depth)
                                   as categories
                        from wanted as w
                        """, ProductRows::offer)
                .param("store", store.value())
                .param("skus", skus.toArray(String[]::new))
                .param("ids", products.toArray(UUID[]::new));
    }

    /** Name and SKU, folded; folding leaves no line break, so that no search runs over from one into the other. */
    private static String content(ProductView product) {
        return SearchText.fold(product.name()) + "\n" + SearchText.fold(product.sku());
    }

    /** Whether a product has a price or cost, archived or not. */
    public Query<Boolean> anyAmount(StoreId store) {
        return Query.flag("""
                        select exists (
                            select from catalog.product
                            where store_id = :store and greatest(price, compare_at_price, cost) > 0)
                        """).param("store", store.value());
    }
}
