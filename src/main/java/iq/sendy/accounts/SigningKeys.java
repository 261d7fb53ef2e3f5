package iq.sendy.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import iq.sendy.accounts.store.SigningKeyStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sealing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys that sign access tokens, in the database and the same for every process. */
@Component
class SigningKeys {

    /** A key that stopped signing verifies for as long as tokens of its may live, a buyer's a day, and then some. */
    private static final Duration VERIFIES = Duration.ofHours(25);

    private final SigningKeyStore keys;
    private final SecretBox box;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    SigningKeys(SigningKeyStore keys, SecretBox box, UuidGenerator uuidGenerator, Clock clock) {
        this.keys = keys;
        this.box = box;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** The key that signs comes first, then those that only verify; makes the first one if there is none. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<ECKey> load() {
        var since = clock.instant().minus(VERIFIES);
        var live = keys.live(since);
        if (live.stream().noneMatch(key -> key.retiredAt() == null)) {
            keys.insert(made(), clock.instant());
            live = keys.live(since);
        }
        return live.stream()
                .sorted((one, other) -> Boolean.compare(one.retiredAt() != null, other.retiredAt() != null))
                .map(this::opened)
                .toList();
    }

    private SigningKeyStore.SealedSigningKey made() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID(uuidGenerator.next().toString())
                    .generate();
            var open = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            var sealed = Bytes.of(box.seal(StoreId.PLATFORM, purpose(key.getKeyID()), open));
            return new SigningKeyStore.SealedSigningKey(
                    key.getKeyID(), key.toPublicJWK().toJSONString(), sealed, null);
        } catch (JOSEException missing) {
            throw new IllegalStateException("This JDK lacks P-256", missing);
        }
    }

    private ECKey opened(SigningKeyStore.SealedSigningKey sealedSigningKey) {
        try {
            if (sealedSigningKey.retiredAt() != null) {
                return ECKey.parse(sealedSigningKey.publicJwk());
            }
            var open = box.open(
                    StoreId.PLATFORM,
                    purpose(sealedSigningKey.kid()),
                    sealedSigningKey.sealedPrivate().toArray());
            return ECKey.parse(new String(open, StandardCharsets.UTF_8));
        } catch (ParseException broken) {
            throw new IllegalStateException("The signing key " + sealedSigningKey.kid() + " cannot be read", broken);
        }
    }

    private static String purpose(String kid) {
        return "identity.signing_key|sealed_private|" + kid;
    }
}
