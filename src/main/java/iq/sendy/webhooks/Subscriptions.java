package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.webhooks.SigningSecrets.NewSecret;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import iq.sendy.webhooks.jobs.EndedSubscriptions;
import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Webhook subscriptions, and their signing secrets. */
@Service
public class Subscriptions {

    private static final String TYPE = "webhook";

    /** Whoever subscribes comes one after the other, or two would draw the same slot. */
    private static final String LOCK = "webhook";

    /** Each signs every delivery, so they are few. */
    private static final int MOST_LIVE_SECRETS = 5;

    private static final String OWNER = "owner";

    private final SubscriptionStore subscriptions;
    private final SigningSecrets secrets;
    private final EndedSubscriptions endedSubscriptions;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Subscriptions(
            SubscriptionStore subscriptions,
            SigningSecrets secrets,
            EndedSubscriptions endedSubscriptions,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.endedSubscriptions = endedSubscriptions;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Subscription> list(StoreId store, Paging paging) {
        return subscriptions.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(StoreId store, UUID id) {
        return pipeline.ask(subscriptions.find(store, id)).first();
    }

    @Transactional
    public CreateSubscription.Result create(StoreId store, Actor actor, CreateSubscription command) {
        return create(store, actor, uuidGenerator.next(), command, secrets.fresh());
    }

    /**
     * As {@link #create}, for a form that has an id of its own, which nobody else is told: however often that is sent, one
     * is there, and each answer has its secret. What was sent otherwise, as after going back to the form, is another, and
     * so is what is sent minutes later, or after the secret was rotated.
     */
    @Transactional
    public CreateSubscription.Result createOnce(StoreId store, Actor actor, UUID form, CreateSubscription command) {
        var id = secrets.drawnId(store, form);
        var secret = secrets.drawn(store, form);
        var made = subscriptions.find(store, id);
        var ended = subscriptions.isEnded(store, id);
        var kept = secrets.kept(store, id, secret);
        pipeline.send(StoreLock.take(store, LOCK), made, ended, kept);
        if (!made.any()) {
            return ended.any() ? create(store, actor, command) : create(store, actor, id, command, secret);
        }
        return made.single().details().equals(command.details())
                        && kept.first().filter(secrets::showsAgain).isPresent()
                ? new CreateSubscription.Result.Created(made.single(), secret.secret())
                : create(store, actor, command);
    }

    private CreateSubscription.Result create(
            StoreId store, Actor actor, UUID id, CreateSubscription command, NewSecret secret) {
        var insert = subscriptions.insert(store, id, command.details(), clock.instant());
        pipeline.send(StoreLock.take(store, LOCK), insert);
        if (!insert.any()) {
            return new CreateSubscription.Result.TooMany();
        }
        pipeline.send(secrets.insert(store, id, secret));
        audit.record(store, actor, Change.created(TYPE, id, command.details()));
        return new CreateSubscription.Result.Created(insert.single(), secret.secret());
    }

    /**
     * Empty when there is none.
     *
     * @param merge is given the subscription as it stands under its lock, and answers it as it shall be
     */
    @Transactional
    public Optional<Subscription> change(
            StoreId store, Actor actor, UUID id, UnaryOperator<SubscriptionDetails> merge) {
        return pipeline.ask(subscriptions.lock(store, id)).first().map(before -> {
            var after = merge.apply(before.details());
            var enabled = after.enabled() && !before.details().enabled();
            var trip = pipeline.open();
            // Whoever enables it says that it works again; what waited is sent, the oldest first.
            trip.addIf(enabled, () -> subscriptions.note(store, id, CircuitBreaker.GOOD, null));
            if (enabled) {
                jobs.reopen(store);
            }
            var changed = trip.add(subscriptions.change(store, id, after, reason(before, after), clock.instant()));
            trip.send();
            audit.record(store, actor, Change.updated(TYPE, id, before.details(), after));
            return changed.single();
        });
    }

    private static @Nullable String reason(Subscription before, SubscriptionDetails after) {
        if (after.enabled()) {
            return null;
        }
        return before.disabledReason() == null ? OWNER : before.disabledReason();
    }

    /**
     * False when there is none. It is told of nothing from here on, but what is being sent may still arrive. Every order waits
     * for this transaction, so what it leaves behind is removed by {@link EndedSubscriptions}.
     */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var ended = pipeline.ask(subscriptions.end(store, id, clock.instant()));
        if (ended.any()) {
            jobs.enqueue(store, List.of(endedSubscriptions.job(id)));
            audit.record(store, actor, new Change("webhook.deleted", TYPE, id, null, null));
        }
        return ended.any();
    }

    @Transactional
    public RotateSecret.Result rotateSecret(StoreId store, Actor actor, RotateSecret command) {
        return rotateSecret(store, actor, command, secrets.fresh());
    }

    /**
     * As {@link #rotateSecret}, for a form that has an id of its own, which nobody else is told: however often that is
     * sent, it rotates once, and each answer has the new secret. What is sent minutes later, or after another rotation,
     * rotates anew.
     */
    @Transactional
    public RotateSecret.Result rotateSecretOnce(StoreId store, Actor actor, UUID form, RotateSecret command) {
        var id = command.subscription();
        var secret = secrets.drawn(store, form);
        var found = subscriptions.lock(store, id);
        var kept = secrets.kept(store, id, secret);
        pipeline.send(found, kept);
        if (!found.any() || !kept.any()) {
            return rotateSecret(store, actor, command, secret);
        }
        return secrets.showsAgain(kept.single())
                ? new RotateSecret.Result.Rotated(found.single(), secret.secret())
                : rotateSecret(store, actor, command);
    }

    private RotateSecret.Result rotateSecret(StoreId store, Actor actor, RotateSecret command, NewSecret secret) {
        var id = command.subscription();
        var found = subscriptions.lock(store, id);
        var live = secrets.live(store, List.of(id));
        pipeline.send(found, live);
        if (!found.any()) {
            return new RotateSecret.Result.NoSuchSubscription();
        }
        if (command.overlapSeconds() > 0 && live.answer().size() >= MOST_LIVE_SECRETS) {
            return new RotateSecret.Result.TooManySecrets();
        }
        var after = subscriptions.find(store, id);
        pipeline.send(secrets.expire(store, id, command.overlapSeconds()), secrets.insert(store, id, secret), after);
        var overlap = Map.of("overlapSeconds", command.overlapSeconds());
        audit.record(store, actor, new Change("webhook.secret_rotated", TYPE, id, null, overlap));
        return new RotateSecret.Result.Rotated(after.single(), secret.secret());
    }
}
