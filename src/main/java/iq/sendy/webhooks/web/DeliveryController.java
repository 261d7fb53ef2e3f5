package iq.sendy.webhooks.web;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.webhooks.Deliveries;
import iq.sendy.webhooks.DeliveryFilter;
import iq.sendy.webhooks.DeliveryStatus;
import iq.sendy.webhooks.DeliveryView;
import iq.sendy.webhooks.MissedEvents;
import iq.sendy.webhooks.ReplayDelivery;
import iq.sendy.webhooks.Subscriptions;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Webhook deliveries of a subscription: test, list, replay and recover. */
@StoreController
class DeliveryController {

    /** Events are kept so long. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final MissedEvents missedEvents;
    private final Clock clock;

    DeliveryController(Subscriptions subscriptions, Deliveries deliveries, MissedEvents missedEvents, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.missedEvents = missedEvents;
        this.clock = clock;
    }

    record Filter(
            @Nullable List<DeliveryStatus> status,
            @Nullable List<EventType> eventType,
            @Text(Text.REFERENCE) @Nullable String eventId)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (eventId != null && EventIds.parse(eventId).isEmpty()) {
                violations.add("eventId", "filter.invalid", "eventId");
            }
        }

        DeliveryFilter wanted() {
            return new DeliveryFilter(
                    Objects.requireNonNullElse(status, List.of()),
                    Objects.requireNonNullElse(eventType, List.of()),
                    eventId == null ? null : EventIds.parse(eventId).orElse(null));
        }
    }

    record DeliveryBody(
            UUID id,
            String eventId,
            @SchemaOf(EventType.class) String eventType,
            DeliveryStatus status,
            List<DeliveryView.Attempt> attempts,
            @Nullable Instant nextAttemptAt) {

        static DeliveryBody of(DeliveryView delivery) {
            return new DeliveryBody(
                    delivery.id(),
                    EventBody.wireId(delivery.eventId()),
                    delivery.eventType(),
                    delivery.status(),
                    delivery.attempts(),
                    delivery.nextAttemptAt());
        }
    }

    @RefusedWith(code = "field.out_of_range")
    record RecoverRequest(
            @Required @Example("\"2026-11-20T00:00:00Z\"") When since) {}

    record Planned(long planned) {}

    @PostMapping("/webhooks/{id}/test")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes("Send a test event to one subscription, whatever it listens to")
    Answer<DeliveryBody> test(@PathVariable UUID id, Caller caller, Actor actor) {
        return deliveries
                .test(caller.store(), actor, id)
                .map(delivery -> Answer.ok("webhook.tested", DeliveryBody.of(delivery)))
                .orElseGet(Answer::notFound);
    }

    @GetMapping("/webhooks/{id}/deliveries")
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    @Describes("The deliveries of a subscription with every attempt, newest first")
    Answer<Page<DeliveryBody>> list(
            @PathVariable UUID id, @QueryParameters Filter filter, Paging paging, Caller caller) {
        return deliveries
                .list(caller.store(), id, filter.wanted(), paging)
                .map(page -> Answer.ok("delivery.listed", page.map(DeliveryBody::of)))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/webhooks/{id}/deliveries/{deliveryId}/replay")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes(value = "Send a delivery again, with the same id and bytes", refuses = ReplayDelivery.Result.class)
    Answer<DeliveryBody> replay(@PathVariable UUID id, @PathVariable UUID deliveryId, Caller caller, Actor actor) {
        return switch (deliveries.replay(caller.store(), actor, new ReplayDelivery(id, deliveryId))) {
            case ReplayDelivery.Result.Replayed(var delivery) ->
                Answer.ok("delivery.replayed", DeliveryBody.of(delivery));
            case ReplayDelivery.Result.StillPending pending -> Answer.refused(pending);
            case ReplayDelivery.Result.NoSuchDelivery _ -> Answer.notFound();
        };
    }

    @PostMapping("/webhooks/{id}/recover")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes("Plan every event since then that matches the subscription and has had no 2xx from it")
    Answer<Planned> recover(@PathVariable UUID id, @Body Bound<RecoverRequest> body, Caller caller, Actor actor) {
        if (subscriptions.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var asked = body.value().since();
        var since = body.problems().isEmpty() ? asked.start(caller.zone()) : clock.instant();
        if (since.isBefore(clock.instant().minus(KEPT))) {
            body.problems()
                    .add(
                            "since",
                            "field.out_of_range",
                            clock.instant().minus(KEPT).toString(),
                            "now");
        }
        body.problems().refuseIfAny();
        return missedEvents
                .recover(caller.store(), actor, id, since)
                .map(planned -> Answer.ok("webhook.recovered", new Planned(planned)))
                .orElseGet(Answer::notFound);
    }
}
