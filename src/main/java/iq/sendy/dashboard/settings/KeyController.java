package iq.sendy.dashboard.settings;

import iq.sendy.access.ApiKeys;
import iq.sendy.access.CreateApiKey;
import iq.sendy.access.Scope;
import iq.sendy.access.ScopeNotHeld;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The keys of a store's programs. A new one is shown once, as the answer to its form. */
@PageController
class KeyController {

    private static final String VIEW = "dashboard/settings/key";
    private static final String NEW = SettingsPaths.KEYS + "/new";

    private final ApiKeys keys;
    private final UuidGenerator ids;
    private final PageReaders readers;

    KeyController(ApiKeys keys, UuidGenerator ids, PageReaders readers) {
        this.keys = keys;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.KEYS)
    @Allows(permission = "api_keys.view", scope = "keys:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = keys.list(caller.store(), paging);
        var model = new HashMap<String, Object>(
                Map.of("keys", found.items(), "manages", caller.missing("api_keys.manage", "keys:write") == null));
        model.put("older", Pages.older(SettingsPaths.KEYS, found));
        model.put("newest", Pages.newest(SettingsPaths.KEYS, paging));
        return new ModelAndView("dashboard/settings/keys", model);
    }

    @GetMapping(NEW)
    @Allows(permission = "api_keys.manage", scope = "keys:write")
    ModelAndView begin(Caller caller) {
        return new ModelAndView(VIEW, Map.of("form", OnceField.fresh(ids), "choices", RightsChoice.scopes(caller)));
    }

    @PostMapping(NEW)
    @Allows(permission = "api_keys.manage", scope = "keys:write")
    ModelAndView make(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var model = Map.of("choices", RightsChoice.scopes(caller));
        var bound = FormBinder.bind(KeyDraft.class, sent, caller.currency());
        var wanted = bound.value().scopes();
        if (wanted != null && wanted.stream().anyMatch(word -> Scope.parse(word).isEmpty())) {
            bound.problems().add("scopes", "scope.unknown");
        }
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(VIEW, model, sent, bound.problems().faults(), reader);
        }
        var scopes = bound.value().scopes().stream()
                .flatMap(word -> Scope.parse(word).stream())
                .distinct()
                .toList();
        var lacking = scopes.stream().filter(scope -> !scope.isHeldBy(caller)).findFirst();
        if (lacking.isPresent()) {
            return SettingsForms.refused(
                    VIEW, model, sent, new ScopeNotHeld(lacking.get().name()), reader);
        }
        var command = new CreateApiKey(
                caller.store(),
                actor,
                bound.value().name(),
                scopes.stream().map(Scope::name).toList());
        var made = keys.createOnce(OnceField.id(sent, ids), command);
        return ShownOnce.page(
                reader.say("keys.made"), reader.say("keys.once"), made.key().name(), made.apiKey(), SettingsPaths.KEYS);
    }

    /** For good; one that is revoked already stays so. */
    @PostMapping(SettingsPaths.KEYS + "/{key}/revoke")
    @Allows(permission = "api_keys.manage", scope = "keys:write")
    ModelAndView revoke(
            @PathVariable("key") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("keys.revoke.ask"),
                            reader.say("keys.revoke.why"),
                            reader.say("keys.revoke"),
                            SettingsPaths.KEYS + "/" + id + "/revoke",
                            SettingsPaths.KEYS,
                            Map.of())
                    .page();
        }
        return keys.revoke(caller.store(), actor, id)
                .map(_ -> PageRedirect.to(SettingsPaths.KEYS + "?said=keys.revoked"))
                .orElseThrow(RequestRejected::notFound);
    }
}
