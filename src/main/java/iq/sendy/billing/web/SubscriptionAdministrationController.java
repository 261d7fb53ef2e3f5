package iq.sendy.billing.web;

import iq.sendy.billing.Plans;
import iq.sendy.billing.SubscribeStore;
import iq.sendy.billing.SubscriptionAdministration;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.stores.Stores;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** What operators decide about a store's subscription. */
@OperatorController
class SubscriptionAdministrationController {

    private final SubscriptionAdministration administration;
    private final Stores stores;
    private final Plans plans;

    SubscriptionAdministrationController(SubscriptionAdministration administration, Stores stores, Plans plans) {
        this.administration = administration;
        this.stores = stores;
        this.plans = plans;
    }

    record SubscriptionChange(
            @Required @ReferenceTo("plan") Patch<UUID> planId,

            @Required @Example("\"2026-11-01\"") Patch<When> periodStart) {}

    @PutMapping("/stores/{id}/subscription")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(value = "Give a store a plan", refuses = SubscribeStore.Result.class)
    Answer<StoreSubscriptionBody> subscribe(
            @PathVariable UUID id, @Body Bound<SubscriptionChange> body, Caller caller, Actor actor) {
        var store = new StoreId(id);
        var plan = body.value().planId().value();
        if (!body.problems().isEmpty()) {
            if (stores.find(store).isEmpty()) {
                return Answer.notFound();
            }
            if (plan != null && plans.find(plan).isEmpty()) {
                body.problems().addAll(new SubscribeStore.Result.NoSuchPlan().violations());
            }
        }
        var start = body.valid().periodStart().value();
        var command = new SubscribeStore(store, actor, plan, start == null ? null : start.start(caller.zone()));
        return switch (administration.subscribe(command)) {
            case SubscribeStore.Result.Subscribed(var subscription) ->
                Answer.ok("subscription.updated", StoreSubscriptionBody.of(subscription));
            case SubscribeStore.Result.NoSuchStore() -> Answer.notFound();
            case SubscribeStore.Result.NoSuchPlan unknown -> Answer.refused(unknown);
        };
    }
}
