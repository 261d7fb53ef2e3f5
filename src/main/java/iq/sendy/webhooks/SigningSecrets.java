package iq.sendy.webhooks;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.webhooks.model.SigningSecret;
import iq.sendy.webhooks.store.SecretStore.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signing secrets at rest: sealed for their row, so that a copy in another one does not open. */
@Component
class SigningSecrets {

    private final SecretBox box;

    SigningSecrets(SecretBox box) {
        this.box = box;
    }

    byte[] seal(StoreId store, UUID subscription, UUID id, SigningSecret secret) {
        return box.seal(store, purpose(subscription, id), secret.text().getBytes(StandardCharsets.UTF_8));
    }

    SigningSecret open(StoreId store, Sealed row) {
        Bytes sealed = row.sealed();
        var open = box.open(store, purpose(row.subscription(), row.id()), sealed.toArray());
        return SigningSecret.of(new String(open, StandardCharsets.UTF_8));
    }

    private static String purpose(UUID subscription, UUID id) {
        return "webhooks.secret|sealed|" + subscription + "|" + id;
    }
}
