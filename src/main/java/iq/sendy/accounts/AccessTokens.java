package iq.sendy.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Access tokens: ES256 alone, keys by {@code kid} from our own set, nothing believed that the header brings along. A token
 * says who; what they may do now is looked up, though the claims tell a client.
 */
@Component
class AccessTokens implements SmartInitializingSingleton {

    static final String AUDIENCE = "SendyClient";
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "sendy";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LONGEST = 12_000;

    /** Three parts, no padding, and a signature of 64 bytes: a lenient decoder would take more than one spelling. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final SigningKeys source;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile LoadedKeys loadedKeys = new LoadedKeys(List.of(), 0);

    AccessTokens(SigningKeys source, UuidGenerator uuidGenerator, Clock clock) {
        this.source = source;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    private record LoadedKeys(List<ECKey> keys, long atNanos) {}

    /** Made or read before the first request, which then finds it at hand. */
    @Override
    public void afterSingletonsInstantiated() {
        reload();
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
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(member.id().toString())
                .jwtID(uuidGenerator.next().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("role", member.kind().toString())
                .claim("permissions", profile.permissions())
                .claim("ver", member.version());
        if (!store.equals(StoreId.PLATFORM)) {
            claims.claim("store", store.toString());
        }
        var key = loadedKeys.keys().isEmpty()
                ? reload().getFirst()
                : loadedKeys.keys().getFirst();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("Cannot sign", broken);
        }
    }

    /** Empty when anything at all is wrong with it. */
    Optional<TokenSubject> read(String token) {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            return authentic(jwt) ? bearer(jwt.getJWTClaimsSet(), clock.instant()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private boolean authentic(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !TYPE.equals(header.getType())
                || !HEADER.containsAll(header.getIncludedParams())
                || !jwt.getSignature()
                        .equals(com.nimbusds.jose.util.Base64URL.encode(
                                jwt.getSignature().decode()))) {
            return false;
        }
        var kid = header.getKeyID();
        var key = kid == null ? Optional.<ECKey>empty() : key(kid);
        return key.isPresent() && jwt.verify(new ECDSAVerifier(key.get()));
    }

    private static Optional<TokenSubject> bearer(JWTClaimsSet claims, Instant now) throws ParseException {
        var expires = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        var subject = claims.getSubject();
        var version = claims.getLongClaim("ver");
        if (!ISSUER.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || expires == null
                || !now.isBefore(expires.toInstant().plus(LEEWAY))
                || begins == null
                || now.isBefore(begins.toInstant().minus(LEEWAY))
                || subject == null
                || version == null) {
            return Optional.empty();
        }
        var store = claims.getStringClaim("store");
        var operator = MemberKind.ADMIN.toString().equals(claims.getStringClaim("role"));
        if ((store == null) != operator) {
            return Optional.empty();
        }
        return Optional.of(new TokenSubject(
                store == null ? StoreId.PLATFORM : new StoreId(UUID.fromString(store)),
                UUID.fromString(subject),
                version));
    }

    private Optional<ECKey> key(String kid) {
        var found = find(kid, loadedKeys.keys());
        if (found.isPresent() || System.nanoTime() - loadedKeys.atNanos() < LOOK_AGAIN_NANOS) {
            return found;
        }
        // Another process may have made a key since; a flood of made-up ids looks once in five seconds.
        return find(kid, reload());
    }

    private static Optional<ECKey> find(String kid, List<ECKey> keys) {
        return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
    }

    private List<ECKey> reload() {
        loading.lock();
        try {
            if (loadedKeys.keys().isEmpty() || System.nanoTime() - loadedKeys.atNanos() >= LOOK_AGAIN_NANOS) {
                var keys = CurrentTenant.in(StoreId.PLATFORM, source::load);
                loadedKeys = new LoadedKeys(keys, System.nanoTime());
            }
            return loadedKeys.keys();
        } finally {
            loading.unlock();
        }
    }
}
