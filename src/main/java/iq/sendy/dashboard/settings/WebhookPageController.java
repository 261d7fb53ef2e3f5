package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.webhooks.CreateSubscription;
import iq.sendy.webhooks.RotateSecret;
import iq.sendy.webhooks.Subscription;
import iq.sendy.webhooks.Subscription.SubscriptionDetails;
import iq.sendy.webhooks.Subscriptions;
import iq.sendy.webhooks.WebhookAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told of a store's events; a signing secret is shown as the answer, and never again. */
@PageController
class WebhookPageController {

    static final String ONE = SettingsPaths.WEBHOOKS + "/{webhook}";

    private static final String VIEW = "dashboard/settings/webhook-form";
    private static final String NEW = SettingsPaths.WEBHOOKS + "/new";

    /** A day, as the API has it where nobody says otherwise. */
    private static final long OVERLAP_SECONDS = 86_400;

    private final Subscriptions subscriptions;
    private final WebhookAddresses addresses;
    private final UuidGenerator ids;
    private final PageReaders readers;

    WebhookPageController(
            Subscriptions subscriptions, WebhookAddresses addresses, UuidGenerator ids, PageReaders readers) {
        this.subscriptions = subscriptions;
        this.addresses = addresses;
        this.ids = ids;
        this.readers = readers;
    }

    static boolean manages(Caller caller) {
        return caller.missing("webhooks.manage", "webhooks:write") == null;
    }

    static String path(UUID webhook) {
        return SettingsPaths.WEBHOOKS + "/" + webhook;
    }

    @GetMapping(SettingsPaths.WEBHOOKS)
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = subscriptions.list(caller.store(), paging);
        var model = new HashMap<String, Object>(Map.of("webhooks", found.items(), "manages", manages(caller)));
        model.put("older", Pages.older(SettingsPaths.WEBHOOKS, found));
        model.put("newest", Pages.newest(SettingsPaths.WEBHOOKS, paging));
        return new ModelAndView("dashboard/settings/webhooks", model);
    }

    @GetMapping(NEW)
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView begin() {
        var model = model(null);
        model.put("form", OnceField.fresh(ids));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(NEW)
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView subscribe(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        var bound = judged(
                FormBinder.bind(WebhookDraft.class, sent, caller.currency()).complete());
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(VIEW, model(null), sent, bound.problems().faults(), reader);
        }
        var command = new CreateSubscription(bound.value().fresh());
        return switch (subscriptions.createOnce(caller.store(), actor, OnceField.id(sent, ids), command)) {
            case CreateSubscription.Result.Created made ->
                ShownOnce.page(
                        reader.say("webhooks.secret"),
                        reader.say("webhooks.secret.once"),
                        made.subscription().details().url(),
                        made.shownOnce(),
                        path(made.subscription().id()));
            case CreateSubscription.Result.TooMany tooMany ->
                SettingsForms.refused(VIEW, model(null), sent, tooMany, reader);
        };
    }

    @GetMapping(ONE + "/edit")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView edit(@PathVariable("webhook") UUID id, Caller caller) {
        var webhook = find(caller, id);
        var model = model(webhook);
        model.put("form", stored(webhook.details()));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(ONE + "/edit")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView change(
            @PathVariable("webhook") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var webhook = find(caller, id);
        var sent = request.getParameterMap();
        var stored = stored(webhook.details()).values();
        var bound = judged(FormBinder.bind(WebhookDraft.class, sent, caller.currency(), stored));
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, model(webhook), sent, bound.problems().faults(), readers.of(caller, language));
        }
        return subscriptions
                .change(caller.store(), actor, id, bound.value()::over)
                .map(_ -> PageRedirect.to(path(id) + "?said=webhooks.saved"))
                .orElseThrow(RequestRejected::notFound);
    }

    private static PageForm stored(SubscriptionDetails details) {
        return PageForm.ofStored()
                .with("url", details.url())
                .with("description", details.description())
                .withAll("events", details.words());
    }

    private Bound<WebhookDraft> judged(Bound<WebhookDraft> bound) {
        var url = bound.value().url().value();
        if (url != null && !bound.problems().has("url")) {
            addresses.fault(url).ifPresent(bound.problems()::add);
        }
        if (!bound.value().named()) {
            bound.problems().add("events", "event.unknown_type");
        }
        return bound;
    }

    /** The button names what shall be, so that two taps are one. */
    @PostMapping(ONE + "/enabled")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView toggle(
            @PathVariable("webhook") UUID id,
            @RequestParam(name = "enabled", defaultValue = "") String enabled,
            Caller caller,
            Actor actor) {
        var on = enabled.equals("true");
        return subscriptions
                .change(caller.store(), actor, id, before -> before.with(on))
                .map(_ -> PageRedirect.to(path(id) + "?said=" + (on ? "webhooks.on" : "webhooks.off")))
                .orElseThrow(RequestRejected::notFound);
    }

    @PostMapping(ONE + "/secret")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView rotate(
            @PathVariable("webhook") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = request.getParameterMap();
        if (!AskFirst.sure(sent)) {
            find(caller, id);
            return ask(
                            reader.say("webhooks.rotate.ask"),
                            reader.say("webhooks.rotate.why"),
                            reader.say("webhooks.rotate"),
                            path(id) + "/secret",
                            path(id))
                    .once(ids)
                    .page();
        }
        var command = new RotateSecret(id, OVERLAP_SECONDS);
        return switch (subscriptions.rotateSecretOnce(caller.store(), actor, OnceField.id(sent, ids), command)) {
            case RotateSecret.Result.Rotated rotated ->
                ShownOnce.page(
                        reader.say("webhooks.secret"),
                        reader.say("webhooks.secret.once"),
                        rotated.subscription().details().url(),
                        rotated.shownOnce(),
                        path(id));
            case RotateSecret.Result.NoSuchSubscription _ -> throw RequestRejected.notFound();
            case Refusal _ -> PageRedirect.to(path(id) + "?said=webhooks.secrets");
        };
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = "webhooks.manage", scope = "webhooks:write")
    ModelAndView delete(
            @PathVariable("webhook") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            find(caller, id);
            return ask(
                            reader.say("webhooks.delete.ask"),
                            reader.say("webhooks.delete.why"),
                            reader.say("delete"),
                            path(id) + "/delete",
                            path(id))
                    .page();
        }
        subscriptions.delete(caller.store(), actor, id);
        return PageRedirect.to(SettingsPaths.WEBHOOKS + "?said=webhooks.deleted");
    }

    private static AskFirst ask(String title, String why, String word, String action, String back) {
        return new AskFirst(title, why, word, action, back, Map.of());
    }

    private Subscription find(Caller caller, UUID id) {
        return subscriptions.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static Map<String, Object> model(@Nullable Subscription webhook) {
        var model = new HashMap<String, Object>(Map.of(
                "action",
                webhook == null ? NEW : path(webhook.id()) + "/edit",
                "back",
                webhook == null ? SettingsPaths.WEBHOOKS : path(webhook.id()),
                "events",
                Subscription.offered().stream()
                        .map(word -> new PageChoice(word, word))
                        .toList()));
        model.put("webhook", webhook);
        return model;
    }
}
