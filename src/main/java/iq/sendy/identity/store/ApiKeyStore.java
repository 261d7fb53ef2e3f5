package iq.sendy.identity.store;

import iq.sendy.identity.ApiKeyView;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API keys, and the directory that tells a key id's store. */
@Component
public class ApiKeyStore {

    private static final String COLUMNS =
            "select id, key_id, name, scopes, created_at, last_used_at, revoked_at, secret_digest from identity.api_key ";

    private static final RowMapper<ApiKeyView> VIEW = (row, _) -> new ApiKeyView(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            row.getString("key_id"),
            row.getString("name"),
            IdentityRows.texts(row, "scopes"),
            row.getTimestamp("created_at").toInstant(),
            IdentityRows.instant(row, "last_used_at"),
            IdentityRows.instant(row, "revoked_at"));

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key with the digest that its secret must have. */
    public record Kept(ApiKeyView view, Bytes secretDigest) {}

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

    public Optional<Kept> byKeyId(StoreId store, String keyId) {
        return jdbc.sql(COLUMNS + "where store_id = :store and key_id = :key")
                .param("store", store.value())
                .param("key", keyId)
                .query((row, number) -> new Kept(
                        Objects.requireNonNull(VIEW.mapRow(row, number)), Bytes.of(row.getBytes("secret_digest"))))
                .optional();
    }

    /** The key, against a second revocation until the step ends. */
    public Optional<ApiKeyView> lock(StoreId store, UUID key) {
        return jdbc.sql(COLUMNS + "where store_id = :store and id = :id for update")
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

    /** Notes a use, unless a later one is noted. */
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

    /** Newest first, one more than a page holds. */
    public Query<ApiKeyView> list(StoreId store, After after, long offset, int most) {
        return Query.of(COLUMNS + """
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
        return Query.of("select count(*) from identity.api_key where store_id = :store", (row, _) -> row.getLong(1))
                .param("store", store.value());
    }
}
