package iq.sendy.webhooks;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.Subscription.Details;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Telling integrators what changed, and the record of having told them. */
@Service
public class Webhooks {

    private final Subscriptions subscribing;
    private final Outbox outbox;
    private final DeliveryLog deliveryLog;
    private final SubscriptionStore subscriptions;
    private final Pipeline pipeline;

    Webhooks(
            Subscriptions subscribing,
            Outbox outbox,
            DeliveryLog deliveryLog,
            SubscriptionStore subscriptions,
            Pipeline pipeline) {
        this.subscribing = subscribing;
        this.outbox = outbox;
        this.deliveryLog = deliveryLog;
        this.subscriptions = subscriptions;
        this.pipeline = pipeline;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Subscription> list(StoreId store, Paging paging) {
        var cursor = paging.cursor();
        var cut = cursor == null ? 0 : cursor.indexOf('_');
        var found = subscriptions.list(
                store,
                cursor == null ? null : Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, cut))),
                cursor == null ? null : UUID.fromString(cursor.substring(cut + 1)),
                paging.offset(),
                paging.pageSize() + 1);
        var total = subscriptions.count(store);
        pipeline.send(found, total);
        return Page.of(
                paging,
                found.answer(),
                total.single(),
                subscription -> subscription.createdAt().toEpochMilli() + "_" + subscription.id());
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(StoreId store, UUID id) {
        var found = subscriptions.find(store, id);
        pipeline.send(found);
        return found.first();
    }

    @Transactional
    public CreateSubscriptionResult create(StoreId store, Actor actor, Details details) {
        return subscribing.create(store, actor, details);
    }

    /** {@code change} sees the subscription locked as it is and answers it as it shall be. */
    @Transactional
    public Optional<Subscription> change(StoreId store, Actor actor, UUID id, UnaryOperator<Details> change) {
        return subscribing.change(store, actor, id, change);
    }

    /** False when there is none. What waited for it goes with it; what is being sent may still arrive. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        return subscribing.delete(store, actor, id);
    }

    /** A new secret; the one before signs for so long yet, so that a receiver that swaps it loses nothing. */
    @Transactional
    public RotateSecretResult rotate(StoreId store, Actor actor, UUID id, long overlapSeconds) {
        return subscribing.rotate(store, actor, id, overlapSeconds);
    }

    /** Sends a test event to a subscription, whatever it listens to. */
    @Transactional
    public Optional<DeliveryView> test(StoreId store, Actor actor, UUID id) {
        return deliveryLog.test(store, actor, id);
    }

    /** Newest first; empty when there is no such subscription. */
    @Transactional(readOnly = true)
    public Optional<Page<DeliveryView>> deliveries(StoreId store, UUID id, DeliveryFilter filter, Paging paging) {
        return deliveryLog.list(store, id, filter, paging);
    }

    /** Twelve new attempts, with the same id and bytes. */
    @Transactional
    public ReplayResult replay(StoreId store, Actor actor, UUID id, UUID delivery) {
        return deliveryLog.replay(store, actor, id, delivery);
    }

    /** Plans all that a subscription has missed since then; answers how many, empty when there is no such subscription. */
    @Transactional
    public Optional<Long> recover(StoreId store, Actor actor, UUID id, Instant since) {
        return deliveryLog.recover(store, actor, id, since);
    }

    /** The events after one, the oldest first; empty when that one is not kept. */
    @Transactional(readOnly = true)
    public Optional<EventFeedPage> feed(StoreId store, @Nullable UUID after, int most) {
        return deliveryLog.feed(store, after, most);
    }

    /** Removes some of the events from before a moment, with all that was noted of them; answers how many. */
    @Transactional
    public long forget(StoreId store, Instant before) {
        return deliveryLog.forget(store, before);
    }

    /** Writes down that something happened, in the transaction that makes it true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(StoreId store, IntegrationEvent happened) {
        outbox.tell(store, happened, null);
    }
}
