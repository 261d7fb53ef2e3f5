package iq.sendy.dashboard.settings;

import iq.sendy.access.DeleteRole;
import iq.sendy.access.Grantor;
import iq.sendy.access.Permission;
import iq.sendy.access.RoleView;
import iq.sendy.access.Roles;
import iq.sendy.access.SaveRole;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The store's own roles. */
@PageController
class RolePagesController {

    private static final String VIEW = "dashboard/settings/role";
    private static final String ROLES = SettingsPaths.STAFF + "/roles";
    private static final String NEW = ROLES + "/new";
    private static final String ONE = ROLES + "/{role}";
    private static final String RIGHT = "rbac.manage";

    private final Roles roles;
    private final UuidGenerator ids;
    private final PageReaders readers;

    RolePagesController(Roles roles, UuidGenerator ids, PageReaders readers) {
        this.roles = roles;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(ROLES)
    @Allows(permission = RIGHT)
    ModelAndView list(Caller caller, Paging paging) {
        var found = roles.list(caller.store(), paging);
        var model = new HashMap<String, Object>(Map.of("roles", found.items()));
        model.put("older", Pages.older(ROLES, found));
        model.put("newest", Pages.newest(ROLES, paging));
        return new ModelAndView("dashboard/settings/roles", model);
    }

    @GetMapping(NEW)
    @Allows(permission = RIGHT)
    ModelAndView begin(Caller caller) {
        var model = model(caller, null);
        model.put("form", OnceField.fresh(ids));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(NEW)
    @Allows(permission = RIGHT)
    ModelAndView make(HttpServletRequest request, Caller caller, Locale language) {
        var bound = FormBinder.bind(RoleDraft.class, request.getParameterMap(), caller.currency())
                .complete();
        return save(null, bound, request, caller, language);
    }

    @GetMapping(ONE)
    @Allows(permission = RIGHT)
    ModelAndView show(@PathVariable("role") UUID id, Caller caller) {
        var role = find(caller, id);
        var model = model(caller, role);
        model.put("form", stored(role));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(ONE)
    @Allows(permission = RIGHT)
    ModelAndView change(@PathVariable("role") UUID id, HttpServletRequest request, Caller caller, Locale language) {
        var role = find(caller, id);
        var stored = stored(role).values();
        var bound = FormBinder.bind(RoleDraft.class, request.getParameterMap(), caller.currency(), stored);
        return save(role, bound, request, caller, language);
    }

    private ModelAndView save(
            @Nullable RoleView role,
            Bound<RoleDraft> bound,
            HttpServletRequest request,
            Caller caller,
            Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var wanted = bound.value().permissions().value();
        if (wanted != null
                && wanted.stream().anyMatch(word -> Permission.parse(word).isEmpty())) {
            bound.problems().add("permissions", "permission.unknown");
        }
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, model(caller, role), sent, bound.problems().faults(), reader);
        }
        var command = new SaveRole(
                Grantor.of(caller, request.getRemoteAddr()),
                role == null ? null : role.id(),
                bound.value().name().value(),
                wanted == null ? null : permissions(wanted));
        return switch (role == null ? roles.createOnce(OnceField.id(sent, ids), command) : roles.save(command)) {
            case SaveRole.Saved _ -> PageRedirect.to(ROLES + "?said=roles.saved");
            case SaveRole.NoSuchRole _ -> throw RequestRejected.notFound();
            case Refusal refusal -> SettingsForms.refused(VIEW, model(caller, role), sent, refusal, reader);
        };
    }

    private static List<String> permissions(List<String> words) {
        return words.stream()
                .flatMap(word -> Permission.parse(word).stream())
                .distinct()
                .toList();
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = RIGHT)
    ModelAndView delete(@PathVariable("role") UUID id, HttpServletRequest request, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        if (!AskFirst.sure(request.getParameterMap())) {
            return AskFirst.deletion("roles", find(caller, id).name(), ROLES + "/" + id, reader)
                    .page();
        }
        return switch (roles.delete(new DeleteRole(Grantor.of(caller, request.getRemoteAddr()), id))) {
            case DeleteRole.Deleted _, DeleteRole.NoSuchRole _ -> PageRedirect.to(ROLES + "?said=roles.deleted");
            case Refusal refusal -> {
                var role = find(caller, id);
                yield SettingsForms.refused(VIEW, model(caller, role), stored(role), refusal, reader);
            }
        };
    }

    private RoleView find(Caller caller, UUID id) {
        return roles.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static PageForm stored(RoleView role) {
        return PageForm.ofStored().with("name", role.name()).withAll("permissions", role.permissions());
    }

    private static Map<String, Object> model(Caller caller, @Nullable RoleView role) {
        var given = role == null ? List.<String>of() : role.permissions();
        var model = new HashMap<String, Object>(Map.of(
                "choices",
                RightsChoice.permissions(caller, given),
                "action",
                role == null ? NEW : ROLES + "/" + role.id()));
        model.put("role", role);
        return model;
    }
}
