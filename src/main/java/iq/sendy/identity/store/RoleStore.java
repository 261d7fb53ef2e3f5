package iq.sendy.identity.store;

import iq.sendy.identity.RoleView;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A store's own roles. */
@Component
public class RoleStore {

    private static final RowMapper<RoleView> VIEW = (row, _) -> new RoleView(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            row.getString("name"),
            IdentityRows.texts(row, "permissions"),
            row.getTimestamp("created_at").toInstant());

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the name is taken: {@code one_role_per_name} decides. */
    public boolean insert(StoreId store, RoleView role, Instant now) {
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
                        .param("now", Sql.at(now))
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
        return jdbc.sql(
                        "select id, name, permissions, created_at from identity.role where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", role)
                .query(VIEW)
                .optional();
    }

    /** The role, against any change until the step ends. */
    public Optional<RoleView> lock(StoreId store, UUID role) {
        return jdbc.sql("""
                        select id, name, permissions, created_at from identity.role
                        where store_id = :store and id = :id for update
                        """)
                .param("store", store.value())
                .param("id", role)
                .query(VIEW)
                .optional();
    }

    /** Those of the roles that there are, as they stay until the step ends: their permissions are what is granted. */
    public List<RoleView> hold(StoreId store, Set<UUID> roles) {
        return jdbc.sql("""
                        select id, name, permissions, created_at from identity.role
                        where store_id = :store and id = any (:ids) order by id for share
                        """)
                .param("store", store.value())
                .param("ids", roles.toArray(UUID[]::new))
                .query(VIEW)
                .list();
    }

    /** Newest first, one more than a page holds. */
    public Query<RoleView> list(StoreId store, After after, long offset, int most) {
        return Query.of("""
                        select id, name, permissions, created_at from identity.role
                        where store_id = :store
                            and (:after::uuid is null or (created_at, id) < (:afterAt::timestamptz, :after::uuid))
                        order by created_at desc, id desc
                        offset :offset limit :most
                        """, VIEW)
                .param("store", store.value())
                .param("after", after.id())
                .param("afterAt", Sql.atOrNull(after.at()))
                .param("offset", offset)
                .param("most", most);
    }

    public Query<Long> count(StoreId store) {
        return Query.of("select count(*) from identity.role where store_id = :store", (row, _) -> row.getLong(1))
                .param("store", store.value());
    }

    /** Two names that a person would call the same are one. A name of marks alone is compared as it stands. */
    private static String key(String name) {
        var folded = SearchText.fold(name);
        return folded.isEmpty() ? name : folded;
    }
}
