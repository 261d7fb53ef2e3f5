package iq.sendy.catalog.store;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreCounters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** List of products, newest first. Rows and total are one trip. */
public final class ProductListing {

    private static final Keyset<ProductView> NEWEST = Keyset.newest("p", ProductView::createdAt, ProductView::id);

    /** The filter as SQL: a fixed text for each condition that is there, never a caller's words. */
    private final StringBuilder text = new StringBuilder("p.store_id = :store and p.archived_at is null");

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private ProductListing(StoreId store, ProductFilter filter) {
        parameters.put("store", store.value());
        and("p.sku = :sku", "sku", filter.sku());
        and("p.is_active = :active", "active", filter.isActive());
        and("""
                p.category_id in (
                    with recursive below (id) as (
                        select c.id from catalog.category as c where c.store_id = :store and c.id = :category
                        union
                        select c.id from below as b
                        join catalog.category as c on c.store_id = :store and c.parent_category_id = b.id
                    )
                    select id from below)""", "category", filter.categoryId());
        if (filter.q() != null) {
            // Ids alone come from the function, which looks where a policy would keep LIKE from its index.
            and("p.id in (select catalog.products_like(:pattern, :code))", "pattern", pattern(filter.q()));
            parameters.put("code", Digits.toAscii(filter.q()));
        }
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    /** A part of the folded text. What folds to nothing, such as vowel marks alone, is a part of no name. */
    private static String pattern(String q) {
        var folded = SearchText.fold(q);
        return folded.isEmpty() ? "" : SearchText.anywhere(folded);
    }

    public static Page<ProductView> page(Pipeline pipeline, StoreId store, ProductFilter filter, Paging paging) {
        var listing = new ProductListing(store, filter);
        if (filter.q() != null && paging.cursor() == null) {
            return listing.searched(pipeline, paging);
        }
        var rows = Listing.select(ProductRows.COLUMNS, ProductRows::product)
                .from("catalog.product as p where " + listing.text, NEWEST)
                .countedOnPagesByNumber();
        listing.parameters.forEach(rows::param);
        if (filter.equals(ProductFilter.ANY)) {
            // Kept by every transaction that puts products on the list or takes them off it.
            rows.total(StoreCounters.sum(store, List.of("product")));
        }
        return rows.page(pipeline, paging);
    }

    /** The length of the whole list, and one product of the page; none when the page is past the end. */
    private record FoundProduct(long total, @Nullable ProductView product) {}

    /** A search costs more than to read what it found, so it is made once, for the page and for its length. */
    private Page<ProductView> searched(Pipeline pipeline, Paging paging) {
        var query = Query.of(
                "with found as materialized (select p.id, p.created_at from catalog.product as p where " + text
                        + ") select t.total, " + ProductRows.COLUMNS + """
                                 from (select count(*) as total from found) as t
                                left join lateral (
                                    select f.id from found as f order by f.created_at desc, f.id desc
                                    offset :offset limit :most) as page on true
                                left join catalog.product as p on p.store_id = :store and p.id = page.id
                                order by p.created_at desc, p.id desc
                                """,
                (row, index) -> new FoundProduct(
                        row.getLong("total"), row.getString("id") == null ? null : ProductRows.product(row, index)));
        parameters.forEach(query::param);
        var found = pipeline.ask(query.param("offset", paging.offset()).param("most", paging.pageSize() + 1))
                .answer();
        var products = found.stream()
                .map(FoundProduct::product)
                .filter(Objects::nonNull)
                .toList();
        return Page.of(paging, products, found.getFirst().total(), NEWEST::position);
    }
}
