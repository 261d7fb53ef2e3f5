package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.webhooks.Subscription.Details;
import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.model.SigningSecret;
import iq.sendy.webhooks.store.DeliveryStore;
import iq.sendy.webhooks.store.SecretStore;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Making, changing and ending subscriptions, and their secrets. */
@Component
class Subscriptions {

    /** Whoever subscribes comes one after the other, or two would draw the same slot. */
    private static final String LOCK = "webhook";

    /** Each signs every delivery, so they are few. */
    private static final int MOST_LIVE_SECRETS = 5;

    private static final String OWNER = "owner";

    private final SubscriptionStore subscriptions;
    private final SecretStore secrets;
    private final DeliveryStore deliveries;
    private final SigningSecrets sealing;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            SubscriptionStore subscriptions,
            SecretStore secrets,
            DeliveryStore deliveries,
            SigningSecrets sealing,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    CreateSubscriptionResult create(StoreId store, Actor actor, Details details) {
        var id = uuidGenerator.next();
        var insert = subscriptions.insert(store, id, details, clock.instant());
        pipeline.send(StoreLock.take(store, LOCK), insert);
        if (insert.first().isEmpty()) {
            return new CreateSubscriptionResult.TooMany();
        }
        var secret = fresh();
        pipeline.send(stored(store, id, secret));
        audit.record(store, actor, new Audit.Change("webhook.created", "webhook", id, null, details));
        return new CreateSubscriptionResult.Created(insert.single(), secret);
    }

    Optional<Subscription> change(StoreId store, Actor actor, UUID id, UnaryOperator<Details> change) {
        var found = subscriptions.lock(store, id);
        pipeline.send(found);
        return found.first().map(before -> changed(store, actor, before, change.apply(before.details())));
    }

    private Subscription changed(StoreId store, Actor actor, Subscription before, Details after) {
        var id = before.id();
        var parts = new ArrayList<Query<?>>();
        if (after.enabled() && !before.details().enabled()) {
            // Whoever enables it says that it works again; what waited is sent, the oldest first.
            parts.add(subscriptions.note(store, id, CircuitBreaker.GOOD, null));
            jobs.reopen(store);
        }
        var change = subscriptions.change(store, id, after, reason(before, after), clock.instant());
        parts.add(change);
        pipeline.send(parts);
        audit.record(store, actor, new Audit.Change("webhook.updated", "webhook", id, before.details(), after));
        return change.single();
    }

    private static @Nullable String reason(Subscription before, Details after) {
        if (after.enabled()) {
            return null;
        }
        return before.disabledReason() == null ? OWNER : before.disabledReason();
    }

    boolean delete(StoreId store, Actor actor, UUID id) {
        var gone = subscriptions.delete(store, id);
        // In this order: whoever notes an attempt holds its job and waits for the delivery, never the other way round.
        pipeline.send(gone, deliveries.deleteOf(store, id), jobs.emptied(store, id));
        if (gone.first().isEmpty()) {
            return false;
        }
        audit.record(store, actor, new Audit.Change("webhook.deleted", "webhook", id, null, null));
        return true;
    }

    RotateSecretResult rotate(StoreId store, Actor actor, UUID id, long overlapSeconds) {
        var found = subscriptions.lock(store, id);
        var live = secrets.live(store, List.of(id));
        pipeline.send(found, live);
        if (found.first().isEmpty()) {
            return new RotateSecretResult.NoSuchSubscription();
        }
        if (overlapSeconds > 0 && live.answer().size() >= MOST_LIVE_SECRETS) {
            return new RotateSecretResult.TooManySecrets();
        }
        var secret = fresh();
        var after = subscriptions.find(store, id);
        pipeline.send(secrets.replace(store, id, overlapSeconds), stored(store, id, secret), after);
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "webhook.secret_rotated", "webhook", id, null, Map.of("overlapSeconds", overlapSeconds)));
        return new RotateSecretResult.Rotated(after.single(), secret);
    }

    private SigningSecret fresh() {
        var bytes = new byte[SigningSecret.BYTES];
        random.nextBytes(bytes);
        return SigningSecret.of(bytes);
    }

    private Query<Boolean> stored(StoreId store, UUID subscription, SigningSecret secret) {
        var id = uuidGenerator.next();
        return secrets.insert(store, subscription, id, sealing.seal(store, subscription, id, secret), clock.instant());
    }
}
