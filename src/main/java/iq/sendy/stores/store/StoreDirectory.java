package iq.sendy.stores.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.model.Slug;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The directory of stores and slugs. */
@Component
public class StoreDirectory {

    private static final String COLUMNS = "s.id, s.name, g.slug, s.suspended_at, s.created_at";

    private static final RowMapper<StoreView> VIEW = (row, _) -> {
        var suspended = row.getTimestamp("suspended_at");
        return new StoreView(
                new StoreId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("slug"),
                suspended == null ? null : suspended.toInstant(),
                row.getTimestamp("created_at").toInstant());
    };

    private static final Keyset<StoreView> NEWEST =
            Keyset.newest("s", StoreView::createdAt, store -> store.id().value());

    /** Claims the slug and makes the store, a row; or does neither when the slug is taken: the primary key decides. */
    public Query<Boolean> insert(StoreId store, String name, Slug slug, Instant now) {
        return Query.write("""
                        with claimed as (
                            insert into stores.slug (slug, store_id, is_current, created_at)
                            values (:slug, :store, true, :now)
                            on conflict (slug) do nothing
                            returning store_id
                        )
                        insert into stores.store (id, name, created_at)
                        select store_id, :name, :now from claimed
                        returning true
                        """)
                .param("slug", slug.value())
                .param("store", store.value())
                .param("name", name)
                .param("now", Sql.at(now));
    }

    public Query<StoreView> find(StoreId store) {
        return Query.of("select " + COLUMNS + """
                         from stores.store as s join stores.slug as g on g.store_id = s.id and g.is_current
                        where s.id = :store
                        """, VIEW).param("store", store.value());
    }

    public Query<StoreView> findBySlug(String slug) {
        return Query.of("select " + COLUMNS + """
                         from stores.slug as asked
                        join stores.store as s on s.id = asked.store_id
                        join stores.slug as g on g.store_id = s.id and g.is_current
                        where asked.slug = :slug
                        """, VIEW).param("slug", slug);
    }

    /** Newest first. */
    public Listing<StoreView> list() {
        return Listing.select(COLUMNS, VIEW)
                .from("stores.store as s join stores.slug as g on g.store_id = s.id where g.is_current", NEWEST)
                .total(Query.of("select count(*) from stores.store", (row, _) -> row.getLong(1)))
                .countedOnPagesByNumber();
    }

    /** Every store's id, for work that goes from store to store. */
    public Query<StoreId> all() {
        return Query.of(
                "select id from stores.store order by id",
                (row, _) -> new StoreId(Objects.requireNonNull(row.getObject("id", UUID.class))));
    }

    /** Locks the store's directory row, so that two changes to it come one after the other. */
    public Query<Boolean> lock(StoreId store) {
        return Query.write("select true from stores.store where id = :store for update")
                .param("store", store.value());
    }

    /** Holds the store's directory row against {@link #lock}, together with others that hold it. */
    public Query<Boolean> hold(StoreId store) {
        return Query.write("select true from stores.store where id = :store for share")
                .param("store", store.value());
    }

    public Query<Boolean> setSuspended(StoreId store, @Nullable Instant at) {
        return Query.write("update stores.store set suspended_at = :at::timestamptz where id = :store")
                .param("at", Sql.atOrNull(at))
                .param("store", store.value());
    }

    public Query<Boolean> rename(StoreId store, String name) {
        return Query.write("update stores.store set name = :name where id = :store")
                .param("name", name)
                .param("store", store.value());
    }

    /** The present slug becomes an old one, which still leads here. */
    public Query<Boolean> retireSlug(StoreId store) {
        return Query.write("update stores.slug set is_current = false where store_id = :store and is_current")
                .param("store", store.value());
    }

    /** How many slugs lead to the store, old ones too. */
    public Query<Long> countSlugs(StoreId store) {
        return Query.number("select count(*) from stores.slug where store_id = :store")
                .param("store", store.value());
    }

    /** Makes a slug the present one; no row when another store has it. One's own old slug may come back. */
    public Query<Boolean> claimSlug(StoreId store, Slug slug, Instant now) {
        return Query.write("""
                        insert into stores.slug as g (slug, store_id, is_current, created_at)
                        values (:slug, :store, true, :now)
                        on conflict (slug) do update set is_current = true
                        where g.store_id = :store
                        returning true
                        """)
                .param("slug", slug.value())
                .param("store", store.value())
                .param("now", Sql.at(now));
    }
}
