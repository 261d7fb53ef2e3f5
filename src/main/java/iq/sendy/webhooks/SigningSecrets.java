package iq.sendy.webhooks;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.platform.secrets.FormSecrets;
import iq.sendy.platform.sql.Query;
import iq.sendy.webhooks.model.SigningSecret;
import iq.sendy.webhooks.store.SecretStore;
import iq.sendy.webhooks.store.SecretStore.KeptSecret;
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
    private final FormSecrets formSecrets;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(
            SecretStore secrets, SecretBox box, FormSecrets formSecrets, UuidGenerator uuidGenerator, Clock clock) {
        this.secrets = secrets;
        this.box = box;
        this.formSecrets = formSecrets;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A secret that is not kept yet. */
    record NewSecret(UUID id, SigningSecret secret) {}

    NewSecret fresh() {
        var bytes = new byte[SigningSecret.BYTES];
        random.nextBytes(bytes);
        return new NewSecret(uuidGenerator.next(), SigningSecret.of(bytes));
    }

    /** The one that a form makes, whenever it is sent. */
    NewSecret drawn(StoreId store, UUID form) {
        return new NewSecret(
                formSecrets.id("webhook.form.secret.id", store, form),
                SigningSecret.of(formSecrets.draw("webhook.form.secret", store, form)));
    }

    /** The id of the subscription that a form makes. */
    UUID drawnId(StoreId store, UUID form) {
        return formSecrets.id("webhook.form.id", store, form);
    }

    /** What a form drew, if it was kept. */
    Query<KeptSecret> kept(StoreId store, UUID subscription, NewSecret drawn) {
        return secrets.kept(store, subscription, drawn.id());
    }

    /** Whether a form that made this may show it once more. */
    boolean showsAgain(KeptSecret kept) {
        return kept.present() && formSecrets.showsAgain(kept.createdAt());
    }

    Query<Boolean> insert(StoreId store, UUID subscription, NewSecret made) {
        var text = made.secret().text().getBytes(StandardCharsets.UTF_8);
        var sealed = box.seal(store, purpose(subscription, made.id()), text);
        return secrets.insert(store, subscription, made.id(), sealed, clock.instant());
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
