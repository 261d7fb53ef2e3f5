package iq.sendy.webhooks.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.ShowsSecret;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.webhooks.CreateSubscription;
import iq.sendy.webhooks.RotateSecret;
import iq.sendy.webhooks.Subscription;
import iq.sendy.webhooks.SubscriptionBody;
import iq.sendy.webhooks.Subscriptions;
import iq.sendy.webhooks.WebhookAddresses;
import iq.sendy.webhooks.model.Endpoints.Judgement;
import iq.sendy.webhooks.model.EventType;
import iq.sendy.webhooks.model.SigningSecret;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Webhook subscriptions: list, read, make, change and delete, and their signing secrets. */
@StoreController
class WebhookController {

    private static final long DEFAULT_OVERLAP = 86_400;

    private final Subscriptions subscriptions;
    private final Clock clock;

    WebhookController(Subscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Both to subscribe and to change: a field left out has its default, or keeps its value. */
    @RefusedWith(code = {"url.forbidden", "event.unknown_type"})
    record WebhookRequest(
            @Required @Text(Text.URL) @Example("\"https://example.com/sendy\"")
            Patch<String> url,

            @Size(max = 100) @Text(Text.REFERENCE) @Example("[\"order.created\"]")
            Patch<List<String>> events,

            @Text(Text.NOTES) Patch<String> description,
            @Example("true") Patch<Boolean> isEnabled) {

        /** The subscription as it shall be; null after noting what is wrong with it. */
        Subscription.@Nullable SubscriptionDetails over(
                Subscription.@Nullable SubscriptionDetails before, @Nullable Judgement address, Violations violations) {
            var to = url.over(before == null ? null : before.url());
            if (to == null && !violations.has("url")) {
                violations.add("url", "field.required");
            }
            var typed = url.value();
            if (typed != null) {
                WebhookAddresses.fault(typed, address).ifPresent(violations::add);
            }
            return merged(before, to, types(before, violations), violations);
        }

        private Subscription.@Nullable SubscriptionDetails merged(
                Subscription.@Nullable SubscriptionDetails before,
                @Nullable String to,
                List<EventType> types,
                Violations violations) {
            if (to == null || !violations.isEmpty()) {
                return null;
            }
            return new Subscription.SubscriptionDetails(
                    to,
                    types,
                    description.over(before == null ? null : before.description()),
                    isEnabled.over(before == null || before.enabled(), true));
        }

        /** Each once; none at all is every one. */
        private List<EventType> types(Subscription.@Nullable SubscriptionDetails before, Violations violations) {
            if (!events.present()) {
                return before == null ? List.of() : before.events();
            }
            var words = events.value();
            var found = new LinkedHashSet<EventType>();
            for (var i = 0; words != null && i < words.size(); i++) {
                var word = words.get(i);
                var type = word == null ? null : EventType.of(word).orElse(null);
                if (type != null) {
                    found.add(type);
                } else if (!violations.has("events[" + i + "]")) {
                    violations.add("events[" + i + "]", "event.unknown_type");
                }
            }
            return List.copyOf(found);
        }

        /** Over what stands now, with an address that was judged before the transaction. */
        Subscription.SubscriptionDetails over(Subscription.SubscriptionDetails present) {
            return new Subscription.SubscriptionDetails(
                    url.value() == null ? present.url() : url.value(),
                    types(present, new Violations()),
                    description.over(present.description()),
                    isEnabled.over(present.enabled(), true));
        }
    }

    record RotateRequest(
            @Whole(min = 0, max = 604_800) @Example("86400") @Nullable
            Long overlapSeconds) {}

    /** A subscription with its secret, this once. */
    record Secretive(@JsonUnwrapped SubscriptionBody webhook, String secret) {

        static Secretive of(SubscriptionBody webhook, SigningSecret secret) {
            return new Secretive(webhook, secret.text());
        }

        @Override
        public String toString() {
            return webhook.toString();
        }
    }

    private SubscriptionBody body(Subscription subscription) {
        return SubscriptionBody.of(subscription, clock.instant());
    }

    @GetMapping("/webhooks")
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    @Describes("List the subscriptions, newest first")
    Answer<Page<SubscriptionBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "webhook.listed", subscriptions.list(caller.store(), paging).map(this::body));
    }

    @ShowsSecret
    @PostMapping("/webhooks")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes(
            value = "Subscribe to events; the answer alone has the signing secret",
            refuses = CreateSubscription.Result.class)
    Answer<Secretive> create(
            @Body Bound<WebhookRequest> body,
            @Prepared(by = AddressJudgement.class) @Nullable Judgement address,
            Caller caller,
            Actor actor) {
        var subscriptionDetails = body.value().over(null, address, body.problems());
        body.problems().refuseIfAny();
        return switch (subscriptions.create(
                caller.store(), actor, new CreateSubscription(sound(subscriptionDetails)))) {
            case CreateSubscription.Result.Created(var subscription, var secret) ->
                Answer.ok("webhook.created", Secretive.of(body(subscription), secret));
            case CreateSubscription.Result.TooMany tooMany -> Answer.refused(tooMany);
        };
    }

    private static Subscription.SubscriptionDetails sound(
            Subscription.@Nullable SubscriptionDetails subscriptionDetails) {
        if (subscriptionDetails == null) {
            throw new IllegalStateException("Refused before");
        }
        return subscriptionDetails;
    }

    @GetMapping("/webhooks/{id}")
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    @Describes("One subscription, with warnings when its endpoint has been failing")
    Answer<SubscriptionBody> get(@PathVariable UUID id, Caller caller) {
        return subscriptions
                .find(caller.store(), id)
                .map(subscription -> Answer.ok("webhook.found", body(subscription)))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/webhooks/{id}")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes("Change some of a subscription; enabling it sends what waited, the oldest first")
    Answer<SubscriptionBody> change(
            @PathVariable UUID id,
            @Body Bound<WebhookRequest> body,
            @Prepared(by = AddressJudgement.class) @Nullable Judgement address,
            Caller caller,
            Actor actor) {
        var before = subscriptions.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().details(), address, body.problems());
        var request = body.valid();
        return subscriptions
                .change(caller.store(), actor, id, request::over)
                .map(subscription -> Answer.ok("webhook.updated", body(subscription)))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/webhooks/{id}")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes("End a subscription, with what waits for it; a delivery that is being sent may still arrive")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return subscriptions.delete(caller.store(), actor, id) ? Answer.ok("webhook.deleted", null) : Answer.notFound();
    }

    @ShowsSecret
    @PostMapping("/webhooks/{id}/rotate-secret")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    @Describes(
            value = "A new secret; the one before signs too until the overlap is over",
            refuses = RotateSecret.Result.class)
    Answer<Secretive> rotate(@PathVariable UUID id, @Body Bound<RotateRequest> body, Caller caller, Actor actor) {
        if (subscriptions.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var given = body.valid().overlapSeconds();
        var overlap = given == null ? DEFAULT_OVERLAP : given;
        return switch (subscriptions.rotateSecret(caller.store(), actor, new RotateSecret(id, overlap))) {
            case RotateSecret.Result.Rotated(var subscription, var secret) ->
                Answer.ok("webhook.rotated", Secretive.of(body(subscription), secret));
            case RotateSecret.Result.NoSuchSubscription _ -> Answer.notFound();
            case RotateSecret.Result.TooManySecrets tooMany -> Answer.refused(tooMany);
        };
    }
}
