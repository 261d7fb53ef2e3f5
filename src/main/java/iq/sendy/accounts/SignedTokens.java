package iq.sendy.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.Digests;
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
import org.springframework.stereotype.Service;

/**
 * Signed tokens: ES256 alone, keys by {@code kid} from our own set, nothing believed that the header brings along, and read
 * for one audience alone. A token says who; what they may do now is looked up, though the claims tell a client.
 */
@Service
public class SignedTokens implements SmartInitializingSingleton {

    private static final String ISSUER = "sendy";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LONGEST = 12_000;

    /** Three parts, no padding, and a signature of 64 bytes: a lenient decoder would take more than one spelling. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int MOST_KEPT = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final SigningKeys source;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();

    /**
     * Tokens whose signature was good or that were signed here, by their digest: verifying it costs more than all else that
     * a small request does, and a client brings the same one for minutes. What is made up is not kept, so it drives nothing
     * out.
     */
    private final Cache<Bytes, Signed> signed =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    private volatile LoadedKeys loadedKeys = new LoadedKeys(List.of(), 0);

    SignedTokens(SigningKeys source, UuidGenerator uuidGenerator, Clock clock) {
        this.source = source;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** What one of our keys has signed, at whatever time and for whomever. */
    private record Signed(ECKey key, TokenClaims claims, Instant begins, Instant expires) {

        boolean holds(String audience, Instant now) {
            return claims.audience().equals(audience)
                    && now.isBefore(expires.plus(LEEWAY))
                    && !now.isBefore(begins.minus(LEEWAY));
        }
    }

    private record LoadedKeys(List<ECKey> keys, long atNanos) {}

    /** Made or read before the first request, which then finds it at hand. */
    @Override
    public void afterSingletonsInstantiated() {
        reload();
    }

    /** A token that says this from now on, for so long. */
    public String issue(TokenClaims said, Duration life) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(said.audience())
                .subject(said.subject().toString())
                .jwtID(uuidGenerator.next().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("role", said.role())
                .claim("permissions", said.permissions())
                .claim("ver", said.version());
        var store = said.store();
        if (store != null) {
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
            var written = token.serialize();
            // Read back as it was written, as from any other process, but for its signature.
            claims(key, SignedJWT.parse(written).getJWTClaimsSet())
                    .ifPresent(good -> signed.put(digest(written), good));
            return written;
        } catch (JOSEException | ParseException broken) {
            throw new IllegalStateException("Cannot sign", broken);
        }
    }

    /** What a token for this audience says; empty when anything at all is wrong with it. It asks no database. */
    public Optional<TokenClaims> read(String token, String audience) {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        var digest = digest(token);
        var read = Optional.ofNullable(signed.getIfPresent(digest)).filter(this::isOurs);
        if (read.isEmpty()) {
            read = verified(token);
            read.ifPresent(good -> signed.put(digest, good));
        }
        return read.filter(said -> said.holds(audience, clock.instant())).map(Signed::claims);
    }

    private static Bytes digest(String token) {
        return Bytes.of(Digests.sha256(token));
    }

    /** Also of what is kept the key must still be one that verifies. */
    private boolean isOurs(Signed kept) {
        return key(kept.key().getKeyID()).filter(kept.key()::equals).isPresent();
    }

    private Optional<Signed> verified(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var key = signer(jwt);
            return key.isPresent() ? claims(key.get(), jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** The key of ours that signed it. */
    private Optional<ECKey> signer(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !TYPE.equals(header.getType())
                || !HEADER.containsAll(header.getIncludedParams())
                || !jwt.getSignature()
                        .equals(com.nimbusds.jose.util.Base64URL.encode(
                                jwt.getSignature().decode()))) {
            return Optional.empty();
        }
        var kid = header.getKeyID();
        var key = kid == null ? Optional.<ECKey>empty() : key(kid);
        return key.isPresent() && jwt.verify(new ECDSAVerifier(key.get())) ? key : Optional.empty();
    }

    private static Optional<Signed> claims(ECKey key, JWTClaimsSet claims) throws ParseException {
        var expires = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        var subject = claims.getSubject();
        var version = claims.getLongClaim("ver");
        var audience = claims.getAudience();
        if (!ISSUER.equals(claims.getIssuer())
                || audience.size() != 1
                || expires == null
                || begins == null
                || subject == null
                || version == null) {
            return Optional.empty();
        }
        var store = claims.getStringClaim("store");
        var said = new TokenClaims(
                audience.getFirst(),
                store == null ? null : new StoreId(UUID.fromString(store)),
                UUID.fromString(subject),
                version,
                claims.getStringClaim("role"),
                List.of());
        return Optional.of(new Signed(key, said, begins.toInstant(), expires.toInstant()));
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
