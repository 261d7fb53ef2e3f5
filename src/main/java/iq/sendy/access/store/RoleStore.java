package iq.sendy.access.store;

import iq.sendy.access.RoleView;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A store's own roles. */
@Component
public class RoleStore {

    private static final String COLUMNS = "r.id, r.name, r.permissions, r.created_at";

    private static final String ONE =
            "select " + COLUMNS + " from identity.role as r where r.store_id = :store and r.id = :id";

    private static final String SEVERAL = "select " + COLUMNS
            + " from identity.role as r where r.store_id = :store and r.id = any (:ids) order by r.id";

    private static final RowMapper<RoleView> VIEW = (row, _) -> new RoleView(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            row.getString("name"),
            List.of((String[]) row.getArray("permissions").getArray()),
            row.getTimestamp("created_at").toInstant());

    private static final Keyset<RoleView> NEWEST = Keyset.newest("r", RoleView::createdAt, RoleView::id);

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the name is taken: {@code one_role_per_name} decides. */
    public boolean insert(StoreId store, RoleView role) {
        return jdbc.sql("""
                                insert into identity.role
                                    (store_id, id, name, name_key, permissions, created_at, updated_at)
                                values (:store, :id, :name, :key, :permissions, :now, :now)
                                on conflict (store_id, name_key) do nothing
                                """)
                        .param("store", store.value())
                        .param("id", role.id())
                        .param("name", role.name())
                        .param("key", key(role.name()))
                        .param("permissions", role.permissions().toArray(String[]::new))
                        .param("now", Sql.at(role.createdAt()))
                        .update()
                == 1;
    }

    /** Whether another role than this has the name. */
    public boolean nameTaken(StoreId store, UUID but, String name) {
        return jdbc.sql("select 1 from identity.role where store_id = :store and name_key = :key and id <> :but")
                .param("store", store.value())
                .param("key", key(name))
                .param("but", but)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void update(StoreId store, RoleView role, Instant now) {
        jdbc.sql("""
                        update identity.role
                        set name = :name, name_key = :key, permissions = :permissions, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", role.id())
                .param("name", role.name())
                .param("key", key(role.name()))
                .param("permissions", role.permissions().toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    public void delete(StoreId store, UUID role) {
        jdbc.sql("delete from identity.role where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", role)
                .update();
    }

    public Optional<RoleView> find(StoreId store, UUID role) {
        return one(ONE, store, role);
    }

    /** The role, against any change until the transaction ends. */
    public Optional<RoleView> lock(StoreId store, UUID role) {
        return one(ONE + " for update", store, role);
    }

    private Optional<RoleView> one(String sql, StoreId store, UUID role) {
        return jdbc.sql(sql)
                .param("store", store.value())
                .param("id", role)
                .query(VIEW)
                .optional();
    }

    /** Those of the roles that there are. */
    public List<RoleView> find(StoreId store, Collection<UUID> roles) {
        return several(SEVERAL, store, roles);
    }

    /** As {@link #find}, as they stay until the transaction ends: their permissions are what is granted. */
    public List<RoleView> hold(StoreId store, Collection<UUID> roles) {
        return several(SEVERAL + " for share", store, roles);
    }

    private List<RoleView> several(String sql, StoreId store, Collection<UUID> roles) {
        return jdbc.sql(sql)
                .param("store", store.value())
                .param("ids", roles.toArray(UUID[]::new))
                .query(VIEW)
                .list();
    }

    /** Newest first. */
    public Listing<RoleView> list(StoreId store) {
        return Listing.select(COLUMNS, VIEW)
                .from("identity.role as r where r.store_id = :store", NEWEST)
                .param("store", store.value());
    }

    /** Two names that a person would call the same are one. A name of marks alone is compared as it stands. */
    private static String key(String name) {
        var folded = SearchText.fold(name);
        return folded.isEmpty() ? name : folded;
    }
}
