package iq.sendy.accounts.store;

import iq.sendy.accounts.MemberKind;
import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who may sign in, and the directory of the phones they do it with. */
@Component
public class MemberStore {

    private static final String COLUMNS =
            "m.id, m.kind, m.full_name, m.phone, m.role_id, m.is_active, m.version, m.created_at";

    private static final String ONE = "select " + COLUMNS
            + ", m.password_hash from identity.member as m where m.store_id = :store and m.id = :id";

    private static final Keyset<MemberView> NEWEST = Keyset.newest("m", MemberView::createdAt, MemberView::id);

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A member with what only signing in looks at. */
    public record StoredMember(MemberView view, String passwordHash) {

        @Override
        public String toString() {
            return "member " + view.id();
        }
    }

    /** Where a phone signs in. */
    public record PhoneOwner(StoreId store, UUID member) {}

    public Optional<PhoneOwner> ownerOf(Phone phone) {
        return jdbc.sql("select store_id, member_id from identity.login_phone where phone = :phone")
                .param("phone", phone.value())
                .query((row, _) -> new PhoneOwner(
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

    public void insert(StoreId store, MemberView member, String passwordHash) {
        jdbc.sql("""
                        insert into identity.member
                            (store_id, id, kind, full_name, phone, password_hash, role_id, is_active, version, created_at,
                             updated_at)
                        values (:store, :id, :kind, :name, :phone, :hash, :role, :active, :version, :now, :now)
                        """)
                .param("store", store.value())
                .param("id", member.id())
                .param("kind", member.kind().toString())
                .param("name", member.fullName())
                .param("phone", member.phone())
                .param("hash", passwordHash)
                .param("role", member.roleId())
                .param("active", member.active())
                .param("version", member.version())
                .param("now", Sql.at(member.createdAt()))
                .update();
    }

    public Optional<StoredMember> find(StoreId store, UUID member) {
        return one(ONE, store, member);
    }

    /** As {@link #find}, against any change until the end of the transaction. */
    public Optional<StoredMember> lock(StoreId store, UUID member) {
        return one(ONE + " for update", store, member);
    }

    /** As {@link #find}, keeping the member as it is until the end of the transaction, for others to look at too. */
    public Optional<StoredMember> hold(StoreId store, UUID member) {
        return one(ONE + " for share", store, member);
    }

    /** The same of one who may sign in, as a query that shares a trip. */
    public Query<UUID> holdActive(StoreId store, UUID member) {
        return Query.id("""
                        select m.id from identity.member as m
                        where m.store_id = :store and m.id = :member and m.is_active for share
                        """).param("store", store.value()).param("member", member);
    }

    private Optional<StoredMember> one(String sql, StoreId store, UUID member) {
        return jdbc.sql(sql)
                .param("store", store.value())
                .param("id", member)
                .query((row, _) -> new StoredMember(view(row), row.getString("password_hash")))
                .optional();
    }

    /** Staff, newest first; the owner is not in the list. */
    public Listing<MemberView> staff(StoreId store) {
        return Listing.select(COLUMNS, (row, _) -> view(row))
                .from("identity.member as m where m.store_id = :store and m.kind = 'store_staff'", NEWEST)
                .param("store", store.value());
    }

    /** Those of them that the store has, whoever they are by now. */
    public Query<MemberView> byIds(StoreId store, Collection<UUID> ids) {
        return Query.of(
                        "select " + COLUMNS
                                + " from identity.member as m where m.store_id = :store and m.id = any (:ids)",
                        (row, _) -> view(row))
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    public Query<Long> activeStaff(StoreId store) {
        return Query.number("""
                        select count(*) from identity.member
                        where store_id = :store and kind = 'store_staff' and is_active
                        """).param("store", store.value());
    }

    public boolean anyWithRole(StoreId store, UUID role) {
        return jdbc.sql("select 1 from identity.member where store_id = :store and role_id = :role limit 1")
                .param("store", store.value())
                .param("role", role)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Writes all of a member that changes.
     *
     * @param newPassword null keeps the present one
     */
    public void update(StoreId store, MemberView member, @Nullable PasswordHash newPassword, Instant now) {
        jdbc.sql("""
                        update identity.member
                        set full_name = :name, phone = :phone, role_id = :role, is_active = :active,
                            password_hash = coalesce(:hash::text, password_hash), version = :version, updated_at = :now
                        where store_id = :store and id = :id
                        """)
                .param("store", store.value())
                .param("id", member.id())
                .param("name", member.fullName())
                .param("phone", member.phone())
                .param("role", member.roleId())
                .param("active", member.active())
                .param("hash", newPassword == null ? null : newPassword.text())
                .param("version", member.version())
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

    static MemberView view(ResultSet row) throws SQLException {
        return new MemberView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                WireWord.of(MemberKind.class, row.getString("kind")),
                row.getString("full_name"),
                row.getString("phone"),
                row.getObject("role_id", UUID.class),
                row.getBoolean("is_active"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant());
    }
}
