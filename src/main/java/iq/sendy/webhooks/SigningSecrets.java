package iq.sendy.webhooks;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.model.SigningSecret;
import iq.sendy.webhooks.store.SecretStore;
import iq.sendy.webhooks.store.SecretStore.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signing secrets at rest: sealed for their row, so that a copy in another one does not open. */
@Component
public class SigningSecrets {

    private final SecretStore secrets;
    private final SecretBox box;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(SecretStore secrets, SecretBox box, UuidGenerator uuidGenerator, Clock clock) {
        this.secrets = secrets;
        this.box = box;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    SigningSecret fresh() {
        var bytes = new byte[SigningSecret.BYTES];
        random.nextBytes(bytes);
        return SigningSecret.of(bytes);
    }

    Query<Boolean> insert(StoreId store, UUID subscription, SigningSecret secret) {
        var id = uuidGenerator.next();
        var sealed = box.seal(store, purpose(subscription, id), secret.text().getBytes(StandardCharsets.UTF_8));
        return secrets.insert(store, subscription, id, sealed, clock.instant());
    }

    /** Those that sign, the newest of each subscription first. */
    public Query<Sealed> live(StoreId store, List<UUID> subscriptions) {
        return secrets.live(store, subscriptions);
    }

    /** Those of a subscription sign for so long yet. */
    Query<Boolean> expire(StoreId store, UUID subscription, long overlapSeconds) {
        return secrets.replace(store, subscription, overlapSeconds);
    }

    /** Opens what was sealed for its row. */
    public SigningSecret open(StoreId store, Sealed row) {
        var open = box.open(
                store, purpose(row.subscription(), row.id()), row.sealed().toArray());
        return SigningSecret.of(new String(open, StandardCharsets.UTF_8));
    }

    private static String purpose(UUID subscription, UUID id) {
        return "webhooks.secret|sealed|" + subscription + "|" + id;
    }
}
