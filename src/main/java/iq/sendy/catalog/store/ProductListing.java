package iq.sendy.catalog.store;

import iq.sendy.catalog.DisplayFilter;
import iq.sendy.catalog.DisplayRule;
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
import iq.sendy.platform.sql.Trip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** List of products, newest first. Rows and total are one trip. */
public final class ProductListing {

    static final Keyset<ProductView> NEWEST = Keyset.newest("p", ProductView::createdAt, ProductView::id);

    /** The filter as SQL: a fixed text for each condition that is there, never a caller's words. */
    private final StringBuilder text = new StringBuilder("p.store_id = :store and p.archived_at is null");

    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Keyset<ProductView> order;

    private ProductListing(StoreId store, Keyset<ProductView> order) {
        this.order = order;
        parameters.put("store", store.value());
    }

    private void below(@Nullable UUID category) {
        and("""
                p.category_id in (
                    with recursive below (id) as (
                        select c.id from catalog.category as c where c.store_id = :store and c.id = :category
                        union
                        select c.id from below as b
                        join catalog.category as c on c.store_id = :store and c.parent_category_id = b.id
                    )
                    select id from below)""", "category", category);
    }

    private void like(@Nullable String q) {
        if (q != null) {
            // Ids alone come from the function, which looks where a policy would keep LIKE from its index.
            and("p.id in (select catalog.products_like(:pattern, :code))", "pattern", pattern(q));
            parameters.put("code", Digits.toAscii(q));
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
        var listing = new ProductListing(store, NEWEST);
        listing.and("p.sku = :sku", "sku", filter.sku());
        listing.and("p.is_active = :active", "active", filter.isActive());
        listing.below(filter.categoryId());
        listing.like(filter.q());
        // Kept by every transaction that puts products on the list or takes them off it.
        var known = filter.equals(ProductFilter.ANY) ? StoreCounters.sum(store, List.of("product")) : null;
        var trip = pipeline.open();
        var page = listing.on(trip, paging, filter.q(), known);
        trip.send();
        return page.get();
    }

    /** As {@link #page}, of what strangers may see, on a trip of others; it is there once that was sent. */
    public static Supplier<Page<ProductView>> displayed(Trip trip, StoreId store, DisplayFilter filter, Paging paging) {
        var listing = new ProductListing(store, DisplayListing.order(filter));
        listing.text.append(DisplayListing.condition(filter.rule()));
        listing.below(filter.categoryId());
        listing.like(filter.q());
        return listing.on(trip, paging, filter.q(), null);
    }

    /** The newest of what strangers may see, of a list as long as it is. */
    public static Supplier<Page<ProductView>> uncounted(Trip trip, StoreId store, DisplayRule rule, Paging paging) {
        var listing = new ProductListing(store, NEWEST);
        listing.text.append(DisplayListing.condition(rule));
        return listing.on(trip, paging, null, Query.none());
    }

    private Supplier<Page<ProductView>> on(
            Trip trip, Paging paging, @Nullable String q, @Nullable Query<Long> knownTotal) {
        if (q != null && paging.cursor() == null) {
            return searched(trip, paging);
        }
        var rows = Listing.select(ProductRows.COLUMNS, ProductRows::product)
                .from("catalog.product as p where " + text, order)
                .countedOnPagesByNumber();
        parameters.forEach(rows::param);
        if (knownTotal != null) {
            rows.total(knownTotal);
        }
        return rows.on(trip, paging);
    }

    /** The length of the whole list, and one product of the page; none when the page is past the end. */
    private record FoundProduct(long total, @Nullable ProductView product) {}

    /** A search costs more than to read what it found, so it is made once, for the page and for its length. */
    private Supplier<Page<ProductView>> searched(Trip trip, Paging paging) {
        var query = Query.of(
                "with found as materialized (select p.id, p.created_at, p.price from catalog.product as p where " + text
                        + ") select t.total, " + ProductRows.COLUMNS
                        + " from (select count(*) as total from found) as t left join lateral ("
                        + "select p.id from found as p order by " + order.order() + """
                                 offset :offset limit :most) as page on true
                                left join catalog.product as p on p.store_id = :store and p.id = page.id
                                order by\s""" + order.order(),
                (row, index) -> new FoundProduct(
                        row.getLong("total"), row.getString("id") == null ? null : ProductRows.product(row, index)));
        parameters.forEach(query::param);
        var found = trip.add(query.param("offset", paging.offset()).param("most", paging.pageSize() + 1));
        return () -> {
            var products = found.answer().stream()
                    .map(FoundProduct::product)
                    .filter(Objects::nonNull)
                    .toList();
            return Page.of(paging, products, found.answer().getFirst().total(), order::position);
        };
    }
}
