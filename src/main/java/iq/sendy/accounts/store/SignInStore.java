package iq.sendy.accounts.store;

import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.model.Carrier;
import iq.sendy.accounts.model.RefreshToken;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families of refresh tokens: a row holds the digest of the one token that is good, and beside it stand those used. */
@Component
public class SignInStore {

    /** As many as a device uses in thirty days that refreshes each quarter of an hour, and some. */
    private static final int REMEMBERED = 3_000;

    private final JdbcClient jdbc;

    SignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a family, and clears away those of the member that ran out. */
    public void insert(UUID member, RefreshToken token, Carrier carrier, Instant now, Instant expires) {
        jdbc.sql("""
                        with old as (
                            delete from identity.sign_in
                            where store_id = :store and member_id = :member and expires_at <= :now
                        )
                        insert into identity.sign_in (store_id, id, member_id, token_sha256, carrier, created_at, expires_at)
                        values (:store, :id, :member, :digest, :carrier, :now, :expires)
                        """)
                .param("store", token.store().value())
                .param("id", token.family())
                .param("member", member)
                .param("digest", digest(token))
                .param("carrier", carrier.toString())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires))
                .update();
    }

    /**
     * Puts the new token in the old one's place, remembers that one as used, and answers whose it is; empty when the old one
     * is not the good one.
     */
    public Optional<UUID> rotate(RefreshToken old, RefreshToken next, Instant now, Instant expires) {
        return jdbc.sql("""
                        with rotated as (
                            update identity.sign_in set token_sha256 = :next, expires_at = :expires, uses = uses + 1
                            where store_id = :store and id = :id and token_sha256 = :old and ended_at is null
                                and expires_at > :now and carrier = 'program'
                            returning store_id, id, member_id, uses
                        ), used as (
                            insert into identity.used_token (store_id, sign_in_id, number, token_sha256)
                            select store_id, id, uses, :old::bytea from rotated
                        ), forgotten as (
                            delete from identity.used_token
                            where store_id = :store and sign_in_id = :id
                                and number <= (select uses from rotated) - :remembered
                        )
                        select member_id from rotated
                        """)
                .param("store", old.store().value())
                .param("id", old.family())
                .param("old", digest(old))
                .param("next", digest(next))
                .param("now", Sql.at(now))
                .param("expires", Sql.at(expires))
                .param("remembered", REMEMBERED)
                .query((row, _) -> Objects.requireNonNull(row.getObject("member_id", UUID.class)))
                .optional();
    }

    /** Whose browser carries this token; empty when it was signed out, ended or never there. */
    public Optional<MemberView> browsing(RefreshToken token, Instant now) {
        return jdbc.sql("""
                        select m.id, m.kind, m.full_name, m.phone, m.role_id, m.is_active, m.version, m.created_at
                        from identity.sign_in as s
                        join identity.member as m on m.store_id = s.store_id and m.id = s.member_id
                        where s.store_id = :store and s.id = :id and s.token_sha256 = :digest and s.carrier = 'browser'
                            and s.ended_at is null and s.expires_at > :now
                        """)
                .param("store", token.store().value())
                .param("id", token.family())
                .param("digest", digest(token))
                .param("now", Sql.at(now))
                .query((row, _) -> MemberStore.view(row))
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

    /** The family, against any use until the step ends. */
    public void lock(RefreshToken token) {
        jdbc.sql("select 1 from identity.sign_in where store_id = :store and id = :id for update")
                .param("store", token.store().value())
                .param("id", token.family())
                .query(Integer.class)
                .optional();
    }

    /** Ends the family if this was ever one of its tokens. */
    public void endIfHad(RefreshToken token, Instant now) {
        jdbc.sql("""
                        update identity.sign_in set ended_at = :now
                        where store_id = :store and id = :id and ended_at is null
                            and (token_sha256 = :digest or exists (
                                select 1 from identity.used_token
                                where store_id = :store and sign_in_id = :id and token_sha256 = :digest))
                        """)
                .param("store", token.store().value())
                .param("id", token.family())
                .param("digest", digest(token))
                .param("now", Sql.at(now))
                .update();
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
