package iq.sendy.catalog.store;

import iq.sendy.catalog.CategoryView;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The tree of categories. */
@Component
public class CategoryStore {

    private static final String FROM =
            "select c.id, c.name, c.parent_category_id, c.sort_order, c.created_at, c.updated_at from catalog.category as c ";

    private static final RowMapper<CategoryView> VIEW = (row, _) -> new CategoryView(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getObject("parent_category_id", UUID.class),
            row.getLong("sort_order"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("updated_at").toInstant());

    public Query<CategoryView> find(StoreId store, UUID category) {
        return Query.of(FROM + "where c.store_id = :store and c.id = :id", VIEW)
                .param("store", store.value())
                .param("id", category);
    }

    /** The category, against any change until the step ends. */
    public Query<CategoryView> lock(StoreId store, UUID category) {
        return Query.of(FROM + "where c.store_id = :store and c.id = :id for update", VIEW)
                .param("store", store.value())
                .param("id", category);
    }

    /** Those of these categories that there are; they stay until the step ends. */
    public Query<UUID> hold(StoreId store, Collection<UUID> categories) {
        return Query.of("""
                        select c.id from catalog.category as c
                        where c.store_id = :store and c.id = any (:ids) order by c.id for key share
                        """, (row, _) -> row.getObject(1, UUID.class))
                .param("store", store.value())
                .param("ids", categories.toArray(UUID[]::new));
    }

    /** In the shop's own order. */
    public Query<CategoryView> list(
            StoreId store, @Nullable Long afterOrder, @Nullable UUID after, long offset, int most) {
        return Query.of(FROM + """
                                where c.store_id = :store
                                    and (:after::uuid is null
                                        or (c.sort_order, c.id) > (:afterOrder::bigint, :after::uuid))
                                order by c.sort_order, c.id offset :offset limit :most
                                """, VIEW)
                .param("store", store.value())
                .param("after", after)
                .param("afterOrder", afterOrder)
                .param("offset", offset)
                .param("most", most);
    }

    public Query<Long> count(StoreId store) {
        return Query.of("select count(*) from catalog.category where store_id = :store", (row, _) -> row.getLong(1))
                .param("store", store.value());
    }

    /** Whether {@code below} is the category itself or stands somewhere below it. */
    public Query<Boolean> holds(StoreId store, UUID category, UUID below) {
        return Query.of("""
                        with recursive above (id, parent) as (
                            select c.id, c.parent_category_id from catalog.category as c
                            where c.store_id = :store and c.id = :below
                            union
                            select c.id, c.parent_category_id
                            from above as a join catalog.category as c on c.store_id = :store and c.id = a.parent
                        )
                        select exists (select from above where id = :id)
                        """, (row, _) -> row.getBoolean(1))
                .param("store", store.value())
                .param("id", category)
                .param("below", below);
    }

    /** Whether it holds categories, or products that are not archived. */
    public Query<Boolean> inUse(StoreId store, UUID category) {
        return Query.of("""
                        select exists (select from catalog.category where store_id = :store and parent_category_id = :id)
                            or exists (select from catalog.product
                                       where store_id = :store and category_id = :id and archived_at is null)
                        """, (row, _) -> row.getBoolean(1))
                .param("store", store.value())
                .param("id", category);
    }

    public Query<Boolean> insert(StoreId store, CategoryView category) {
        return withColumns(store, category, Query.write("""
                        insert into catalog.category
                            (store_id, id, name, parent_category_id, sort_order, created_at, updated_at)
                        values (:store, :id, :name, :parent::uuid, :sortOrder, :now, :now)
                        """));
    }

    public Query<Boolean> update(StoreId store, CategoryView category) {
        return withColumns(store, category, Query.write("""
                        update catalog.category
                        set name = :name, parent_category_id = :parent::uuid, sort_order = :sortOrder, updated_at = :now
                        where store_id = :store and id = :id
                        """));
    }

    /** Archived products that stood in it stand in none. */
    public Query<Boolean> empty(StoreId store, UUID category) {
        return Query.write("""
                        update catalog.product set category_id = null
                        where store_id = :store and category_id = :id and archived_at is not null
                        """).param("store", store.value()).param("id", category);
    }

    public Query<Boolean> delete(StoreId store, UUID category) {
        return Query.write("delete from catalog.category where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", category);
    }

    private static Query<Boolean> withColumns(StoreId store, CategoryView category, Query<Boolean> statement) {
        return statement
                .param("store", store.value())
                .param("id", category.id())
                .param("name", category.name())
                .param("parent", category.parentCategoryId())
                .param("sortOrder", category.sortOrder())
                .param("now", Sql.at(category.updatedAt()));
    }
}
