package iq.sendy.stores.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.model.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of stores and slugs, and each store's settings. */
@Component
public class StoreDirectory {

    private static final RowMapper<StoreView> VIEW = (row, _) -> {
        var suspended = row.getTimestamp("suspended_at");
        return new StoreView(
                new StoreId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("slug"),
                suspended == null ? null : suspended.toInstant(),
                row.getTimestamp("created_at").toInstant());
    };

    private final JdbcClient jdbc;

    StoreDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims the slug and makes the store, or does neither when the slug is taken: the primary key decides. */
    public boolean insert(StoreId store, String name, Slug slug, Instant now) {
        return jdbc.sql("""
                                with claimed as (
                                    insert into stores.slug (slug, store_id, is_current, created_at)
                                    values (:slug, :store, true, :now)
                                    on conflict (slug) do nothing
                                    returning store_id
                                )
                                insert into stores.store (id, name, created_at)
                                select store_id, :name, :now from claimed
                                """)
                        .param("slug", slug.value())
                        .param("store", store.value())
                        .param("name", name)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    public Optional<StoreView> find(StoreId store) {
        return jdbc.sql("""
                        select s.id, s.name, g.slug, s.suspended_at, s.created_at
                        from stores.store as s join stores.slug as g on g.store_id = s.id and g.is_current
                        where s.id = :store
                        """).param("store", store.value()).query(VIEW).optional();
    }

    public Optional<StoreView> findBySlug(String slug) {
        return jdbc.sql("""
                        select s.id, s.name, g.slug, s.suspended_at, s.created_at
                        from stores.slug as asked
                        join stores.store as s on s.id = asked.store_id
                        join stores.slug as g on g.store_id = s.id and g.is_current
                        where asked.slug = :slug
                        """).param("slug", slug).query(VIEW).optional();
    }

    /** Newest first, one more than a page holds; {@code afterAt} and {@code after} are the last row of the page before. */
    public List<StoreView> list(@Nullable Instant afterAt, @Nullable UUID after, long offset, int most) {
        return jdbc.sql("""
                        select s.id, s.name, g.slug, s.suspended_at, s.created_at
                        from stores.store as s join stores.slug as g on g.store_id = s.id and g.is_current
                        where :after::uuid is null or (s.created_at, s.id) < (:afterAt::timestamptz, :after::uuid)
                        order by s.created_at desc, s.id desc
                        offset :offset limit :most
                        """)
                .param("after", after)
                .param("afterAt", Sql.atOrNull(afterAt))
                .param("offset", offset)
                .param("most", most)
                .query(VIEW)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from stores.store").query(Long.class).single();
    }

    /** Every store's id, for work that goes from store to store. */
    public List<StoreId> all() {
        return jdbc.sql("select id from stores.store order by id")
                .query((row, _) -> new StoreId(Objects.requireNonNull(row.getObject("id", UUID.class))))
                .list();
    }

    /** Locks the store's directory row, so that two changes to it come one after the other. */
    public boolean lock(StoreId store) {
        return jdbc.sql("select 1 from stores.store where id = :store for update")
                .param("store", store.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Holds the store's directory row against {@link #lock}, together with others that hold it. */
    public Query<Boolean> hold(StoreId store) {
        return Query.of("select true from stores.store where id = :store for share", (_, _) -> true)
                .param("store", store.value());
    }

    public void setSuspended(StoreId store, @Nullable Instant at) {
        jdbc.sql("update stores.store set suspended_at = :at where id = :store")
                .param("at", Sql.atOrNull(at))
                .param("store", store.value())
                .update();
    }

    public void rename(StoreId store, String name) {
        jdbc.sql("update stores.store set name = :name where id = :store")
                .param("name", name)
                .param("store", store.value())
                .update();
    }

    /** The present slug becomes an old one, which still leads here. */
    public void retireSlug(StoreId store) {
        jdbc.sql("update stores.slug set is_current = false where store_id = :store and is_current")
                .param("store", store.value())
                .update();
    }

    /** Makes a slug the present one; false when another store has it. One's own old slug may come back. */
    public boolean claimSlug(StoreId store, Slug slug, Instant now) {
        return jdbc.sql("""
                                insert into stores.slug as g (slug, store_id, is_current, created_at)
                                values (:slug, :store, true, :now)
                                on conflict (slug) do update set is_current = true
                                where g.store_id = :store
                                """)
                        .param("slug", slug.value())
                        .param("store", store.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
