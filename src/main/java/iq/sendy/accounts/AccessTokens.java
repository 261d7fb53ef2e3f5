package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Access tokens of members. */
@Component
class AccessTokens {

    static final String AUDIENCE = "SendyClient";
    static final Duration LIFE = Duration.ofMinutes(15);

    private final SignedTokens signedTokens;

    AccessTokens(SignedTokens signedTokens) {
        this.signedTokens = signedTokens;
    }

    /** The session that was granted, with an access token beside the refresh token. */
    Session session(SignInTransactions.SignInOutcome.Granted granted) {
        return new Session(
                issue(granted.store(), granted.profile()),
                granted.token().onWire(),
                LIFE.toSeconds(),
                granted.profile(),
                granted.where());
    }

    private String issue(StoreId store, MemberProfile profile) {
        var member = profile.member();
        var claims = new TokenClaims(
                AUDIENCE,
                store.equals(StoreId.PLATFORM) ? null : store,
                member.id(),
                member.version(),
                member.kind().toString(),
                profile.permissions());
        return signedTokens.issue(claims, LIFE);
    }

    /** Empty when anything at all is wrong with it. */
    Optional<TokenSubject> read(String token) {
        return signedTokens.read(token, AUDIENCE).flatMap(AccessTokens::subject);
    }

    private static Optional<TokenSubject> subject(TokenClaims claims) {
        var store = claims.store();
        var operator = MemberKind.ADMIN.toString().equals(claims.role());
        if ((store == null) != operator) {
            return Optional.empty();
        }
        return Optional.of(
                new TokenSubject(store == null ? StoreId.PLATFORM : store, claims.subject(), claims.version()));
    }
}
