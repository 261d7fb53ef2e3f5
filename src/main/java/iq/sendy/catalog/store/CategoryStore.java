package iq.sendy.catalog.store;

import iq.sendy.catalog.CategoryView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.TableGateway;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The tree of categories. */
@Component
public class CategoryStore extends TableGateway<CategoryView> {

    /** No shop has more categories than it could ever look through. */
    private static final int MOST_OF_ALL = 10_000;

    private static final Columns<CategoryView> CATEGORY = Columns.of(CategoryView.class, "c")
            .uuid("id", CategoryView::id)
            .time("created_at", CategoryView::createdAt)
            .fixed()
            .time("updated_at", CategoryView::updatedAt)
            .text("name", CategoryView::name)
            .uuid("parent_category_id", CategoryView::parentCategoryId)
            .bigint("sort_order", CategoryView::sortOrder);

    static final String COLUMNS = CATEGORY.selected();

    /** In the shop's own order. */
    private static final Keyset<CategoryView> SORTED = Keyset.<CategoryView>ascending()
            .bigint("c.sort_order", CategoryView::sortOrder)
            .uuid("c.id", CategoryView::id);

    static final RowMapper<CategoryView> VIEW = (row, _) -> new CategoryView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getObject("parent_category_id", UUID.class),
            row.getLong("sort_order"),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    CategoryStore() {
        super("catalog.category", CATEGORY, SORTED, VIEW);
    }

    /** Those of these categories that there are; they stay until the transaction ends. */
    public Query<UUID> hold(StoreId store, Collection<UUID> categories) {
        return Query.id("""
                        select c.id from catalog.category as c
                        where c.store_id = :store and c.id = any (:ids) order by c.id for key share
                        """).param("store", store.value()).param("ids", categories.toArray(UUID[]::new));
    }

    /** As {@link #list}, without pages. */
    public Query<CategoryView> all(StoreId store) {
        return first(store, MOST_OF_ALL);
    }

    /** Whether {@code below} is the category itself or stands somewhere below it. */
    public Query<Boolean> holds(StoreId store, UUID category, UUID below) {
        return Query.flag("""
                        with recursive above (id, parent) as (
                            select c.id, c.parent_category_id from catalog.category as c
                            where c.store_id = :store and c.id = :below
                            union
                            select c.id, c.parent_category_id
                            from above as a join catalog.category as c on c.store_id = :store and c.id = a.parent
                        )
                        select exists (select from above where id = :id)
                        """)
                .param("store", store.value())
                .param("id", category)
                .param("below", below);
    }

    /** Whether it holds categories, or products that are not archived. */
    public Query<Boolean> inUse(StoreId store, UUID category) {
        return Query.flag("""
                        select exists (select from catalog.category where store_id = :store and parent_category_id = :id)
                            or exists (select from catalog.product
                                       where store_id = :store and category_id = :id and archived_at is null)
                        """).param("store", store.value()).param("id", category);
    }

    /** Archived products that stood in it stand in none. */
    public Query<Boolean> clearFromArchived(StoreId store, UUID category) {
        return Query.write("""
                        update catalog.product set category_id = null
                        where store_id = :store and category_id = :id and archived_at is not null
                        """).param("store", store.value()).param("id", category);
    }
}
