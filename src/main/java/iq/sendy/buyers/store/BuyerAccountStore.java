package iq.sendy.buyers.store;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.buyers.BuyerAccount;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts of buyers, and the browsers that are signed in to them. */
@Component
public class BuyerAccountStore {

    private static final String NEW_PASSWORD =
            "password_hash = excluded.password_hash, version = a.version + 1, updated_at = excluded.updated_at";

    private static final String COLUMNS = "a.id, a.phone, a.name, a.version, a.created_at";

    /**
     * An account with its password.
     *
     * @param password null where none was chosen
     */
    public record StoredBuyer(
            BuyerAccount account, @Nullable PasswordHash password) {}

    public Query<StoredBuyer> find(StoreId store, Phone phone) {
        return Query.of("""
                        select\s""" + COLUMNS + """
                        , a.password_hash from buyers.account as a
                        where a.store_id = :store and a.phone = :phone
                        """, (row, _) -> new StoredBuyer(account(row), password(row)))
                .param("store", store.value())
                .param("phone", phone.value());
    }

    public Query<BuyerAccount> find(StoreId store, UUID id) {
        return Query.of(
                        "select " + COLUMNS + " from buyers.account as a where a.store_id = :store and a.id = :id",
                        (row, _) -> account(row))
                .param("store", store.value())
                .param("id", id);
    }

    /** Makes the account of a phone, or finds the one that is there. */
    public Query<BuyerAccount> open(StoreId store, BuyerAccount fresh) {
        return insert(store, fresh, null, "phone = excluded.phone");
    }

    /** Makes the account with a password, or gives one to an account that has none; no row where there is one. */
    public Query<BuyerAccount> register(StoreId store, BuyerAccount fresh, PasswordHash password) {
        return insert(
                store, fresh, password, "name = excluded.name, " + NEW_PASSWORD + " where a.password_hash is null");
    }

    /** Puts a password in the place of the one before; who was signed in by it is so no more. */
    public Query<BuyerAccount> setPassword(StoreId store, BuyerAccount fresh, PasswordHash password) {
        return insert(store, fresh, password, NEW_PASSWORD);
    }

    /** @param change of the account that the phone has already */
    private static Query<BuyerAccount> insert(
            StoreId store, BuyerAccount fresh, @Nullable PasswordHash password, String change) {
        return Query.of("""
                        insert into buyers.account as a
                            (store_id, id, phone, name, password_hash, version, created_at, updated_at)
                        values (:store, :id, :phone, :name, :password, :version, :now, :now)
                        on conflict (store_id, phone) do update set\s""" + change + " returning " + COLUMNS, (row, _) -> account(row))
                .param("store", store.value())
                .param("id", fresh.id())
                .param("phone", fresh.phone().value())
                .param("name", fresh.name())
                .param("password", password == null ? null : password.text())
                .param("version", fresh.version())
                .param("now", Sql.at(fresh.createdAt()));
    }

    /** Begins the session of a browser, and clears away those of the account that ran out. */
    public Query<Boolean> begin(StoreId store, UUID account, Bytes digest, Instant now, Instant expires) {
        return Query.write("""
                        with old as (
                            delete from buyers.browser_session
                            where store_id = :store and account_id = :account and expires_at <= :now
                        )
                        insert into buyers.browser_session (store_id, token_sha256, account_id, created_at, expires_at)
                        values (:store, :digest, :account, :now, :expires)
                        """)
                .param("store", store.value())
                .param("account", account)
                .param("digest", digest.toArray())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires));
    }

    /** Whose browser it is; no row when the session ended or never began. */
    public Query<BuyerAccount> browsing(StoreId store, Bytes digest, Instant now) {
        return Query.of("""
                        select\s""" + COLUMNS + """
                         from buyers.browser_session as s
                        join buyers.account as a on a.store_id = s.store_id and a.id = s.account_id
                        where s.store_id = :store and s.token_sha256 = :digest and s.expires_at > :now
                        """, (row, _) -> account(row))
                .param("store", store.value())
                .param("digest", digest.toArray())
                .param("now", Sql.at(now));
    }

    public Query<Boolean> end(StoreId store, Bytes digest) {
        return Query.write("delete from buyers.browser_session where store_id = :store and token_sha256 = :digest")
                .param("store", store.value())
                .param("digest", digest.toArray());
    }

    public Query<Boolean> endAll(StoreId store, UUID account) {
        return Query.write("delete from buyers.browser_session where store_id = :store and account_id = :account")
                .param("store", store.value())
                .param("account", account);
    }

    private static BuyerAccount account(ResultSet row) throws SQLException {
        return new BuyerAccount(
                row.getObject("id", UUID.class),
                new Phone(Objects.requireNonNull(row.getString("phone"))),
                row.getString("name"),
                row.getLong("version"),
                Sql.instant(row, "created_at"));
    }

    private static @Nullable PasswordHash password(ResultSet row) throws SQLException {
        var text = row.getString("password_hash");
        return text == null ? null : new PasswordHash(text);
    }
}
