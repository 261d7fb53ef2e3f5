package iq.sendy.catalog.store;

import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.DisplayFilter;
import iq.sendy.catalog.DisplayRule;
import iq.sendy.catalog.DisplayedAddress;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import java.util.Collection;

/** Products on display: the conditions and orders of what strangers may see. */
public final class DisplayListing {

    /** Beyond any price, so that products without one stand last in both orders; the indexes are on plain prices. */
    private static final String BEHIND_DEAR = "coalesce(p.price, " + Long.MAX_VALUE + ")";

    private static final String BEHIND_CHEAP = "coalesce(p.price, -1)";

    private DisplayListing() {}

    /** What holds of each product that may be seen; it begins with {@code and}. */
    static String condition(DisplayRule rule) {
        return switch (rule) {
            case PRICED -> " and p.archived_at is null and p.is_active and p.price is not null";
            case PRICELESS_TOO -> " and p.archived_at is null and p.is_active";
        };
    }

    static Keyset<ProductView> order(DisplayFilter filter) {
        var priced = filter.rule() == DisplayRule.PRICED;
        return switch (filter.order()) {
            case NEWEST -> ProductListing.NEWEST;
            case CHEAPEST ->
                Keyset.<ProductView>ascending()
                        .bigint(priced ? "p.price" : BEHIND_DEAR, product -> price(product, Long.MAX_VALUE))
                        .uuid("p.id", ProductView::id);
            case DEAREST ->
                Keyset.<ProductView>descending()
                        .bigint(priced ? "p.price" : BEHIND_CHEAP, product -> price(product, -1))
                        .uuid("p.id", ProductView::id);
        };
    }

    private static Long price(ProductView product, long none) {
        return product.price() == null ? Long.valueOf(none) : product.price();
    }

    /** Those of these SKUs that may be seen. */
    public static Query<ProductView> bySku(StoreId store, DisplayRule rule, Collection<String> skus) {
        return Query.of(
                        "select " + ProductRows.COLUMNS + " from catalog.product as p"
                                + " where p.store_id = :store and p.sku = any (:skus)" + condition(rule),
                        ProductRows::product)
                .param("store", store.value())
                .param("skus", skus.toArray(String[]::new));
    }

    /** So many of those that may be seen, the oldest first, behind so many others. */
    public static Query<DisplayedAddress> addresses(StoreId store, DisplayRule rule, int offset, int most) {
        return Query.of(
                        "select p.sku, p.updated_at from catalog.product as p where p.store_id = :store"
                                + condition(rule) + " order by p.id offset :offset limit :most",
                        DisplayedAddress.class)
                .param("store", store.value())
                .param("offset", offset)
                .param("most", most);
    }

    public static Query<Long> count(StoreId store, DisplayRule rule) {
        return Query.number("select count(*) from catalog.product as p where p.store_id = :store" + condition(rule))
                .param("store", store.value());
    }

    /** In the shop's own order: the categories that something may be seen of, and all above them. */
    public static Query<CategoryView> categories(StoreId store, DisplayRule rule) {
        return Query.of(
                        "with recursive filled (id, parent) as ("
                                + "select c.id, c.parent_category_id from catalog.category as c "
                                + "where c.store_id = :store and exists (select from catalog.product as p "
                                + "where p.store_id = :store and p.category_id = c.id" + condition(rule) + ")" + """
                                 union
                                select c.id, c.parent_category_id
                                from filled as f join catalog.category as c on c.store_id = :store and c.id = f.parent
                                )
                                select
                                """
                                + CategoryStore.COLUMNS + """
                                 from catalog.category as c
                                where c.store_id = :store and c.id in (select id from filled)
                                order by c.sort_order, c.id
                                """,
                        CategoryStore.VIEW)
                .param("store", store.value());
    }
}
