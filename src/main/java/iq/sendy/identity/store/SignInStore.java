package iq.sendy.identity.store;

import iq.sendy.identity.model.RefreshToken;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families of refresh tokens: a row holds the digest of the one token that is good. */
@Component
public class SignInStore {

    private final JdbcClient jdbc;

    SignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a family, and clears away those of the member that ran out. */
    public void insert(UUID member, RefreshToken token, Instant now, Instant expires) {
        jdbc.sql("""
                        with old as (
                            delete from identity.sign_in
                            where store_id = :store and member_id = :member and expires_at <= :now
                        )
                        insert into identity.sign_in (store_id, id, member_id, token_sha256, created_at, expires_at)
                        values (:store, :id, :member, :digest, :now, :expires)
                        """)
                .param("store", token.store().value())
                .param("id", token.family())
                .param("member", member)
                .param("digest", digest(token))
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires))
                .update();
    }

    /** Puts the new token in the old one's place and answers whose it is; empty when the old one is not the good one. */
    public Optional<UUID> rotate(RefreshToken old, RefreshToken next, Instant now, Instant expires) {
        return jdbc.sql("""
                        update identity.sign_in set token_sha256 = :next, expires_at = :expires
                        where store_id = :store and id = :id and token_sha256 = :old and ended_at is null
                            and expires_at > :now
                        returning member_id
                        """)
                .param("store", old.store().value())
                .param("id", old.family())
                .param("old", digest(old))
                .param("next", digest(next))
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires))
                .query((row, _) -> Objects.requireNonNull(row.getObject("member_id", UUID.class)))
                .optional();
    }

    /** Whether this is the family's latest token, live or not. */
    public boolean knows(RefreshToken token) {
        return jdbc.sql(
                        "select 1 from identity.sign_in where store_id = :store and id = :id and token_sha256 = :digest")
                .param("store", token.store().value())
                .param("id", token.family())
                .param("digest", digest(token))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void end(StoreId store, UUID family, Instant now) {
        jdbc.sql(
                        "update identity.sign_in set ended_at = :now where store_id = :store and id = :id and ended_at is null")
                .param("store", store.value())
                .param("id", family)
                .param("now", Sql.at(now))
                .update();
    }

    public void endThoseOf(StoreId store, UUID member, Instant now) {
        jdbc.sql("""
                        update identity.sign_in set ended_at = :now
                        where store_id = :store and member_id = :member and ended_at is null
                        """)
                .param("store", store.value())
                .param("member", member)
                .param("now", Sql.at(now))
                .update();
    }

    public void endAll(StoreId store, Instant now) {
        jdbc.sql("update identity.sign_in set ended_at = :now where store_id = :store and ended_at is null")
                .param("store", store.value())
                .param("now", Sql.at(now))
                .update();
    }

    private static byte[] digest(RefreshToken token) {
        return Digests.sha256(token.bytes());
    }
}
