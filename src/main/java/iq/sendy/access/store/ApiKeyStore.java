package iq.sendy.access.store;

import iq.sendy.access.ApiKeyView;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API keys, and the directory that tells a key id's store. */
@Component
public class ApiKeyStore {

    private static final String COLUMNS =
            "k.id, k.key_id, k.name, k.scopes, k.created_at, k.last_used_at, k.revoked_at";

    private static final RowMapper<ApiKeyView> VIEW = (row, _) -> new ApiKeyView(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            row.getString("key_id"),
            row.getString("name"),
            List.of((String[]) row.getArray("scopes").getArray()),
            row.getTimestamp("created_at").toInstant(),
            instant(row, "last_used_at"),
            instant(row, "revoked_at"));

    private static final Keyset<ApiKeyView> NEWEST = Keyset.newest("k", ApiKeyView::createdAt, ApiKeyView::id);

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key with the digest that its secret must have. */
    public record StoredApiKey(ApiKeyView view, Bytes secretDigest) {}

    public Optional<StoreId> owner(String keyId) {
        return jdbc.sql("select store_id from identity.api_key_owner where key_id = :key")
                .param("key", keyId)
                .query((row, _) -> new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))))
                .optional();
    }

    public void insert(StoreId store, ApiKeyView key, byte[] secretDigest) {
        jdbc.sql("""
                        with listed as (
                            insert into identity.api_key_owner (key_id, store_id) values (:key, :store)
                        )
                        insert into identity.api_key (store_id, id, key_id, name, secret_digest, scopes, created_at)
                        values (:store, :id, :key, :name, :digest, :scopes, :now)
                        """)
                .param("store", store.value())
                .param("id", key.id())
                .param("key", key.keyId())
                .param("name", key.name())
                .param("digest", secretDigest)
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("now", Sql.at(key.createdAt()))
                .update();
    }

    public Optional<StoredApiKey> byKeyId(StoreId store, String keyId) {
        return jdbc.sql("select " + COLUMNS
                        + ", k.secret_digest from identity.api_key as k where k.store_id = :store and k.key_id = :key")
                .param("store", store.value())
                .param("key", keyId)
                .query((row, number) -> new StoredApiKey(
                        Objects.requireNonNull(VIEW.mapRow(row, number)), Bytes.of(row.getBytes("secret_digest"))))
                .optional();
    }

    /** The key, against a second revocation until the transaction ends. */
    public Optional<ApiKeyView> lock(StoreId store, UUID key) {
        return jdbc.sql("select " + COLUMNS
                        + " from identity.api_key as k where k.store_id = :store and k.id = :id for update")
                .param("store", store.value())
                .param("id", key)
                .query(VIEW)
                .optional();
    }

    public void revoke(StoreId store, UUID key, Instant now) {
        jdbc.sql("update identity.api_key set revoked_at = :now where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", key)
                .param("now", Sql.at(now))
                .update();
    }

    /** Records a use, unless a later one is recorded. */
    public void used(StoreId store, UUID key, Instant at) {
        jdbc.sql("""
                        update identity.api_key set last_used_at = :at
                        where store_id = :store and id = :id and (last_used_at is null or last_used_at < :at)
                        """)
                .param("store", store.value())
                .param("id", key)
                .param("at", Sql.at(at))
                .update();
    }

    /** Newest first. */
    public Listing<ApiKeyView> list(StoreId store) {
        return Listing.select(COLUMNS, VIEW)
                .from("identity.api_key as k where k.store_id = :store", NEWEST)
                .param("store", store.value());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
