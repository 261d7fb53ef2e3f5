package iq.sendy.identity.store;

import iq.sendy.identity.MemberKind;
import iq.sendy.identity.MemberView;
import iq.sendy.identity.RoleView;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who may sign in, and the directory of the phones they do it with. */
@Component
public class MemberStore {

    private static final String COLUMNS = """
            select m.id, m.kind, m.full_name, m.phone, m.password_hash, m.is_active, m.version, m.created_at,
                   r.id as role_id, r.name as role_name, r.permissions, r.created_at as role_created_at
            from identity.member as m
            left join identity.role as r on r.store_id = m.store_id and r.id = m.role_id
            """;

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A member with what only signing in looks at.
     *
     * @param version grows when every token of this member must end
     */
    public record Kept(MemberView view, String passwordHash, long version) {

        @Override
        public String toString() {
            return "member " + view.id();
        }
    }

    /** Where a phone signs in. */
    public record Login(StoreId store, UUID member) {}

    public Optional<Login> login(Phone phone) {
        return jdbc.sql("select store_id, member_id from identity.login_phone where phone = :phone")
                .param("phone", phone.value())
                .query((row, _) -> new Login(
                        new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                        Objects.requireNonNull(row.getObject("member_id", UUID.class))))
                .optional();
    }

    /** Claims the phone; false when it signs in anywhere already: the primary key decides. */
    public boolean claim(Phone phone, StoreId store, UUID member) {
        return jdbc.sql("""
                                insert into identity.login_phone (phone, store_id, member_id)
                                values (:phone, :store, :member)
                                on conflict (phone) do nothing
                                """)
                        .param("phone", phone.value())
                        .param("store", store.value())
                        .param("member", member)
                        .update()
                == 1;
    }

    public void release(String phone, StoreId store) {
        jdbc.sql("delete from identity.login_phone where phone = :phone and store_id = :store")
                .param("phone", phone)
                .param("store", store.value())
                .update();
    }

    public void insert(StoreId store, MemberView member, String passwordHash, Instant now) {
        var role = member.role();
        jdbc.sql("""
                        insert into identity.member
                            (store_id, id, kind, full_name, phone, password_hash, role_id, is_active, version, created_at,
                             updated_at)
                        values (:store, :id, :kind, :name, :phone, :hash, :role, :active, 1, :now, :now)
                        """)
                .param("store", store.value())
                .param("id", member.id())
                .param("kind", member.kind().word())
                .param("name", member.fullName())
                .param("phone", member.phone())
                .param("hash", passwordHash)
                .param("role", role == null ? null : role.id())
                .param("active", member.active())
                .param("now", Sql.at(now))
                .update();
    }

    public Optional<Kept> find(StoreId store, UUID member) {
        return jdbc.sql(COLUMNS + "where m.store_id = :store and m.id = :id")
                .param("store", store.value())
                .param("id", member)
                .query((row, _) -> kept(row))
                .optional();
    }

    /**
     * As {@link #find}, against any change until the end of the step. Read after the lock: a statement that waited for the
     * member would see the role that was joined before.
     */
    public Optional<Kept> lock(StoreId store, UUID member) {
        jdbc.sql("select 1 from identity.member where store_id = :store and id = :id for update")
                .param("store", store.value())
                .param("id", member)
                .query(Integer.class)
                .optional();
        return find(store, member);
    }

    /** As {@link #find}, keeping the member as it is until the end of the step, for others to look at too. */
    public Optional<Kept> hold(StoreId store, UUID member) {
        jdbc.sql("select 1 from identity.member where store_id = :store and id = :id for share")
                .param("store", store.value())
                .param("id", member)
                .query(Integer.class)
                .optional();
        return find(store, member);
    }

    /** Staff, newest first, one more than a page holds, and how many there are; the owner is not in the list. */
    public Query<MemberView> staff(StoreId store, After after, long offset, int most) {
        return Query.of(COLUMNS + """
                                where m.store_id = :store and m.kind = 'store_staff'
                                    and (:after::uuid is null or (m.created_at, m.id) < (:afterAt::timestamptz, :after::uuid))
                                order by m.created_at desc, m.id desc
                                offset :offset limit :most
                                """, (row, _) -> kept(row).view())
                .param("store", store.value())
                .param("after", after.id())
                .param("afterAt", Sql.atOrNull(after.at()))
                .param("offset", offset)
                .param("most", most);
    }

    public Query<Long> countStaff(StoreId store) {
        return Query.of(
                        "select count(*) from identity.member where store_id = :store and kind = 'store_staff'",
                        (row, _) -> row.getLong(1))
                .param("store", store.value());
    }

    public List<UUID> withRole(StoreId store, UUID role) {
        return jdbc.sql("select id from identity.member where store_id = :store and role_id = :role")
                .param("store", store.value())
                .param("role", role)
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    public List<UUID> all(StoreId store) {
        return jdbc.sql("select id from identity.member where store_id = :store")
                .param("store", store.value())
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    public void update(StoreId store, MemberView member, String passwordHash, long version, Instant now) {
        var role = member.role();
        jdbc.sql("""
                        update identity.member
                        set full_name = :name, phone = :phone, role_id = :role, is_active = :active, password_hash = :hash,
                            version = :version, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", member.id())
                .param("name", member.fullName())
                .param("phone", member.phone())
                .param("role", role == null ? null : role.id())
                .param("active", member.active())
                .param("hash", passwordHash)
                .param("version", version)
                .param("now", Sql.at(now))
                .update();
    }

    /** The sign-ins go with the member. */
    public void delete(StoreId store, UUID member) {
        jdbc.sql("delete from identity.member where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", member)
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var view = new MemberView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                MemberKind.of(row.getString("kind")),
                row.getString("full_name"),
                row.getString("phone"),
                role(row),
                row.getBoolean("is_active"),
                row.getTimestamp("created_at").toInstant());
        return new Kept(view, row.getString("password_hash"), row.getLong("version"));
    }

    private static @Nullable RoleView role(ResultSet row) throws SQLException {
        var id = row.getObject("role_id", UUID.class);
        return id == null
                ? null
                : new RoleView(
                        id,
                        row.getString("role_name"),
                        IdentityRows.texts(row, "permissions"),
                        row.getTimestamp("role_created_at").toInstant());
    }
}
