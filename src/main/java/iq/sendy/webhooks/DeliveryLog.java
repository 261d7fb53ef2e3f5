package iq.sendy.webhooks;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.model.DeliveryIds;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import iq.sendy.webhooks.store.DeliveryStore;
import iq.sendy.webhooks.store.EventStore;
import iq.sendy.webhooks.store.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivery log, replay and event feed. The log of deliveries, sending again, and the feed. */
@Component
class DeliveryLog {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Outbox outbox;
    private final MissedEventRecovery missedEventRecovery;
    private final Jobs jobs;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    DeliveryLog(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            EventStore events,
            Outbox outbox,
            MissedEventRecovery missedEventRecovery,
            Jobs jobs,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.missedEventRecovery = missedEventRecovery;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    Optional<DeliveryView> test(StoreId store, Actor actor, UUID id) {
        var found = subscriptions.lock(store, id);
        var number = subscriptions.nextTest(store, id);
        pipeline.send(found, number);
        return found.first().map(subscription -> {
            var now = clock.instant();
            var event = outbox.tell(
                    store,
                    new IntegrationEvent(
                            EventType.WEBHOOK_TEST, id, number.single(), now, SubscriptionBody.of(subscription, now)),
                    id);
            audit.record(store, actor, new Audit.Change("webhook.tested", "webhook", id, null, null));
            return new DeliveryView(
                    DeliveryIds.of(event, id),
                    event,
                    EventType.WEBHOOK_TEST.toString(),
                    "Pending",
                    List.of(),
                    subscription.details().enabled() ? now : null);
        });
    }

    Optional<Page<DeliveryView>> list(StoreId store, UUID id, DeliveryFilter filter, Paging paging) {
        var cursor = paging.cursor();
        var subscription = subscriptions.find(store, id);
        var found = deliveries.list(
                store,
                id,
                filter,
                cursor == null ? null : UUID.fromString(cursor),
                paging.offset(),
                paging.pageSize() + 1);
        var total = deliveries.count(store, id, filter);
        pipeline.send(subscription, found, total);
        return subscription
                .first()
                .map(_ -> Page.of(
                        paging,
                        found.answer(),
                        total.single(),
                        delivery -> delivery.id().toString()));
    }

    ReplayResult replay(StoreId store, Actor actor, UUID id, UUID delivery) {
        var locked = deliveries.lock(store, id, delivery);
        pipeline.send(locked);
        if (locked.first().isEmpty()) {
            return new ReplayResult.NoSuchDelivery();
        }
        if (locked.single().equals("Pending")) {
            return new ReplayResult.StillPending();
        }
        var after = deliveries.find(store, id, delivery);
        pipeline.send(deliveries.reopen(store, delivery), after);
        jobs.enqueue(store, List.of(new NewJob(delivery, WebhookSender.KIND, id, null, null, null)));
        audit.record(
                store,
                actor,
                new Audit.Change("webhook.delivery_replayed", "webhook", id, null, Map.of("deliveryId", delivery)));
        return new ReplayResult.Replayed(after.single());
    }

    Optional<Long> recover(StoreId store, Actor actor, UUID id, Instant since) {
        var found = subscriptions.lock(store, id);
        var missed = deliveries.missed(store, id, since);
        pipeline.send(found, missed);
        if (found.first().isEmpty()) {
            return Optional.empty();
        }
        if (missed.single() > 0) {
            jobs.enqueue(store, List.of(missedEventRecovery.job(uuidGenerator.next(), id, since)));
        }
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "webhook.recovered",
                        "webhook",
                        id,
                        null,
                        Map.of("since", since.toString(), "planned", missed.single())));
        return Optional.of(missed.single());
    }

    long forget(StoreId store, Instant before) {
        var gone = events.forget(store, before, FORGOTTEN_AT_ONCE);
        pipeline.send(gone);
        return gone.single();
    }

    Optional<EventFeedPage> feed(StoreId store, @Nullable UUID after, int most) {
        var told = events.after(store, after, most + 1);
        if (after == null) {
            pipeline.send(told);
        } else {
            var position = events.position(store, after);
            pipeline.send(position, told);
            if (position.first().isEmpty()) {
                return Optional.empty();
            }
        }
        var found = told.answer();
        var more = found.size() > most;
        var page = more ? found.subList(0, most) : found;
        return Optional.of(new EventFeedPage(
                page.stream().map(EventStore.Told::body).toList(),
                more ? EventBody.wireId(page.getLast().id()) : null));
    }
}
