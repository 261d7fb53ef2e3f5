package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.webhooks.Deliveries;
import iq.sendy.webhooks.DeliveryFilter;
import iq.sendy.webhooks.ReplayDelivery;
import iq.sendy.webhooks.Subscriptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One subscription with what was sent to it. */
@PageController
class WebhookDeliveryController {

    private static final DeliveryFilter ALL = new DeliveryFilter(List.of(), List.of(), null);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    WebhookDeliveryController(Subscriptions subscriptions, Deliveries deliveries) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    @GetMapping(WebhookPageController.ONE)
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    ModelAndView show(@PathVariable("webhook") UUID id, Caller caller, Paging paging) {
        var webhook = subscriptions.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
        var sent = deliveries.list(caller.store(), id, ALL, paging).orElseThrow(RequestRejected::notFound);
        var path = WebhookPageController.path(id);
        var model = new HashMap<String, Object>(Map.of(
                "webhook", webhook, "deliveries", sent.items(), "manages", WebhookPageController.manages(caller)));
        model.put("older", Pages.older(path, sent));
        model.put("newest", Pages.newest(path, paging));
        return new ModelAndView("dashboard/settings/webhook", model);
    }

    @PostMapping(WebhookPageController.ONE + "/test")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView test(@PathVariable("webhook") UUID id, Caller caller, Actor actor) {
        return deliveries
                .test(caller.store(), actor, id)
                .map(_ -> PageRedirect.to(WebhookPageController.path(id) + "?said=webhooks.tested"))
                .orElseThrow(RequestRejected::notFound);
    }

    @PostMapping(WebhookPageController.ONE + "/deliveries/{delivery}/replay")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView replay(
            @PathVariable("webhook") UUID id, @PathVariable("delivery") UUID delivery, Caller caller, Actor actor) {
        return switch (deliveries.replay(caller.store(), actor, new ReplayDelivery(id, delivery))) {
            case ReplayDelivery.Result.Replayed _ ->
                PageRedirect.to(WebhookPageController.path(id) + "?said=webhooks.replayed");
            case ReplayDelivery.Result.NoSuchDelivery _ -> throw RequestRejected.notFound();
            case Refusal _ -> PageRedirect.to(WebhookPageController.path(id) + "?said=webhooks.pending");
        };
    }
}
