package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.jobs.WebhookSender;
import iq.sendy.webhooks.model.DeliveryIds;
import iq.sendy.webhooks.model.EventType;
import iq.sendy.webhooks.store.DeliveryStore;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivery log of the subscriptions: what was sent to them, and sending it again. */
@Service
public class Deliveries {

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    Deliveries(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            Outbox outbox,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first; empty when there is no such subscription. */
    @Transactional(readOnly = true)
    public Optional<Page<DeliveryView>> list(StoreId store, UUID subscription, DeliveryFilter filter, Paging paging) {
        var trip = pipeline.open();
        var found = trip.add(subscriptions.find(store, subscription));
        var page = deliveries.list(store, subscription, filter).on(trip, paging);
        trip.send();
        return found.first().map(_ -> page.get());
    }

    /** Sends a test event to a subscription, whatever it listens to; empty when there is no such subscription. */
    @Transactional
    public Optional<DeliveryView> test(StoreId store, Actor actor, UUID id) {
        var found = subscriptions.lock(store, id);
        var number = subscriptions.nextTest(store, id);
        pipeline.send(found, number);
        return found.first().map(subscription -> {
            var now = clock.instant();
            var body = SubscriptionBody.of(subscription, now);
            var test = new IntegrationEvent(EventType.WEBHOOK_TEST, id, number.single(), now, body);
            var event = outbox.publishTo(id, store, test);
            audit.record(store, actor, new Change("webhook.tested", "webhook", id, null, null));
            return new DeliveryView(
                    DeliveryIds.of(event, id),
                    event,
                    EventType.WEBHOOK_TEST.toString(),
                    DeliveryStatus.PENDING,
                    List.of(),
                    subscription.details().enabled() ? now : null);
        });
    }

    @Transactional
    public ReplayDelivery.Result replay(StoreId store, Actor actor, ReplayDelivery command) {
        var id = command.delivery();
        var locked = pipeline.ask(deliveries.lock(store, command.subscription(), id));
        if (!locked.any()) {
            return new ReplayDelivery.Result.NoSuchDelivery();
        }
        if (locked.single() == DeliveryStatus.PENDING) {
            return new ReplayDelivery.Result.StillPending();
        }
        var after = deliveries.find(store, command.subscription(), id);
        pipeline.send(deliveries.reopen(store, id), after);
        jobs.enqueue(store, List.of(new NewJob(id, WebhookSender.KIND, command.subscription(), null, null, null)));
        var which = Map.of("deliveryId", id);
        audit.record(
                store, actor, new Change("webhook.delivery_replayed", "webhook", command.subscription(), null, which));
        return new ReplayDelivery.Result.Replayed(after.single());
    }
}
