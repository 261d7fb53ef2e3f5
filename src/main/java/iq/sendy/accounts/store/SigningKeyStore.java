package iq.sendy.accounts.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that sign access tokens; the platform's and no store's. */
@Component
public class SigningKeyStore {

    private final JdbcClient jdbc;

    SigningKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key as it is kept: the public half to read, the private one sealed. */
    public record SealedSigningKey(
            String kid,
            String publicJwk,
            Bytes sealedPrivate,
            @Nullable Instant retiredAt) {}

    /** The key in use, and those that stopped signing after {@code since}. */
    public List<SealedSigningKey> live(Instant since) {
        return jdbc.sql("""
                        select kid, public_jwk, sealed_private, retired_at from identity.signing_key
                        where retired_at is null or retired_at > :since
                        order by created_at desc
                        """)
                .param("since", Sql.at(since))
                .query((row, _) -> key(row))
                .list();
    }

    private static SealedSigningKey key(ResultSet row) throws SQLException {
        var retired = row.getTimestamp("retired_at");
        return new SealedSigningKey(
                row.getString("kid"),
                row.getString("public_jwk"),
                Bytes.of(row.getBytes("sealed_private")),
                retired == null ? null : retired.toInstant());
    }

    /** Does nothing when another process was first: {@code one_key_signs} decides. */
    public void insert(SealedSigningKey key, Instant now) {
        jdbc.sql("""
                        insert into identity.signing_key (kid, public_jwk, sealed_private, created_at)
                        values (:kid, :public, :sealed, :now)
                        on conflict do nothing
                        """)
                .param("kid", key.kid())
                .param("public", key.publicJwk())
                .param("sealed", key.sealedPrivate().toArray())
                .param("now", Sql.at(now))
                .update();
    }
}
