package iq.sendy.catalog.store;

import iq.sendy.catalog.ProductFilter;
import iq.sendy.catalog.ProductView;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.StoreCounters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of products, newest first. Rows and total are one trip. */
@Component
public class ProductListing {

    private final Pipeline pipeline;

    ProductListing(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Page<ProductView> list(StoreId store, ProductFilter filter, Paging paging) {
        var conditions = new Conditions(store, filter);
        if (filter.q() != null && paging.cursor() == null) {
            return searched(conditions, paging);
        }
        var rows = rows(conditions, paging);
        if (paging.cursor() != null) {
            pipeline.send(rows);
            return Page.of(paging, rows.answer(), null, ProductListing::position);
        }
        var total = filter.equals(ProductFilter.ANY) ? everyProduct(store) : counted(conditions);
        pipeline.send(rows, total);
        return Page.of(paging, rows.answer(), total.single(), ProductListing::position);
    }

    /** The length of the whole list, and one product of the page; none when the page is past the end. */
    private record Found(long total, @Nullable ProductView product) {}

    /** A search costs more than to read what it found, so it is made once, for the page and for its length. */
    private Page<ProductView> searched(Conditions conditions, Paging paging) {
        var question = Query.of(
                "with found as materialized (select p.id, p.created_at from catalog.product as p where "
                        + conditions.text
                        + ") select t.total, " + ProductRows.COLUMNS + """
                                 from (select count(*) as total from found) as t
                                left join lateral (
                                    select f.id from found as f order by f.created_at desc, f.id desc
                                    offset :offset limit :most) as page on true
                                left join catalog.product as p on p.store_id = :store and p.id = page.id
                                order by p.created_at desc, p.id desc
                                """,
                (row, index) -> new Found(
                        row.getLong("total"), row.getString("id") == null ? null : ProductRows.product(row, index)));
        conditions.parameters.forEach(question::param);
        pipeline.send(question.param("offset", paging.offset()).param("most", paging.pageSize() + 1));
        var found = question.answer();
        var products =
                found.stream().map(Found::product).filter(Objects::nonNull).toList();
        return Page.of(paging, products, found.getFirst().total(), ProductListing::position);
    }

    private static Query<ProductView> rows(Conditions conditions, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? "" : " and (p.created_at, p.id) < (:cursorAt, :cursorId)";
        var question = Query.of(
                "select " + ProductRows.COLUMNS + " from catalog.product as p where " + conditions.text + after
                        + " order by p.created_at desc, p.id desc offset :offset limit :most",
                ProductRows::product);
        conditions.parameters.forEach(question::param);
        if (cursor != null) {
            var cut = cursor.indexOf('_');
            question.param("cursorAt", Sql.at(Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, cut)))));
            question.param("cursorId", UUID.fromString(cursor.substring(cut + 1)));
        }
        return question.param("offset", paging.offset()).param("most", paging.pageSize() + 1);
    }

    private static Query<Long> counted(Conditions conditions) {
        var question = Query.of(
                "select count(*) from catalog.product as p where " + conditions.text, (row, _) -> row.getLong(1));
        conditions.parameters.forEach(question::param);
        return question;
    }

    /** Kept by every step that puts products on the list or takes them off it. */
    private static Query<Long> everyProduct(StoreId store) {
        return StoreCounters.sum(store, List.of("product"));
    }

    private static String position(ProductView product) {
        return product.createdAt().toEpochMilli() + "_" + product.id();
    }

    /** The filter as SQL: a fixed text for each condition that is there, never a caller's words. */
    private static final class Conditions {

        private final StringBuilder text = new StringBuilder("p.store_id = :store and p.archived_at is null");
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Conditions(StoreId store, ProductFilter filter) {
            parameters.put("store", store.value());
            if (filter.sku() != null) {
                and("p.sku = :sku", "sku", filter.sku());
            }
            if (filter.active() != null) {
                and("p.is_active = :active", "active", filter.active());
            }
            if (filter.category() != null) {
                and("""
                        p.category_id in (
                            with recursive below (id) as (
                                select c.id from catalog.category as c where c.store_id = :store and c.id = :category
                                union
                                select c.id from below as b
                                join catalog.category as c on c.store_id = :store and c.parent_category_id = b.id
                            )
                            select id from below)""", "category", filter.category());
            }
            if (filter.q() != null) {
                // Ids alone come from the function, which looks where a policy would keep LIKE from its index.
                and("p.id in (select catalog.products_like(:pattern, :code))", "pattern", pattern(filter.q()));
                parameters.put("code", Digits.toAscii(filter.q()));
            }
        }

        private void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }

        /** A part of the folded text. What folds to nothing, such as vowel marks alone, is a part of no name. */
        private static String pattern(String q) {
            var folded = SearchText.fold(q);
            return folded.isEmpty() ? "" : SearchText.anywhere(folded);
        }
    }
}
