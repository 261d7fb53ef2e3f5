package iq.sendy.dashboard.settings;

import iq.sendy.access.Grantor;
import iq.sendy.access.RemoveStaffMember;
import iq.sendy.access.Roles;
import iq.sendy.access.SaveStaffMember;
import iq.sendy.access.StaffMemberView;
import iq.sendy.access.StaffMembers;
import iq.sendy.accounts.Passwords;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.kernel.Phone;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The people who work in a store; its owner is not among them. */
@PageController
class StaffPagesController {

    private static final String VIEW = "dashboard/settings/member";
    private static final String NEW = SettingsPaths.STAFF + "/new";
    private static final String ONE = SettingsPaths.STAFF + "/{member}";
    private static final String RIGHT = "rbac.manage";
    private static final String PASSWORD = "password";

    private final StaffMembers staff;
    private final Roles roles;
    private final Passwords passwords;
    private final UuidGenerator ids;
    private final PageReaders readers;

    StaffPagesController(StaffMembers staff, Roles roles, Passwords passwords, UuidGenerator ids, PageReaders readers) {
        this.staff = staff;
        this.roles = roles;
        this.passwords = passwords;
        this.ids = ids;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.STAFF)
    @Allows(permission = RIGHT)
    ModelAndView list(Caller caller, Paging paging) {
        var found = staff.list(caller.store(), paging);
        var model = new HashMap<String, Object>(Map.of("members", found.items()));
        model.put("older", Pages.older(SettingsPaths.STAFF, found));
        model.put("newest", Pages.newest(SettingsPaths.STAFF, paging));
        return new ModelAndView("dashboard/settings/staff", model);
    }

    @GetMapping(NEW)
    @Allows(permission = RIGHT)
    ModelAndView begin(Caller caller) {
        var model = model(caller, null);
        model.put("form", OnceField.fresh(ids).with("isActive", true));
        return new ModelAndView(VIEW, model);
    }

    @PostMapping(NEW)
    @Allows(permission = RIGHT)
    ModelAndView hire(HttpServletRequest request, Caller caller, Locale language) {
        var bound = FormBinder.bind(StaffDraft.class, request.getParameterMap(), caller.currency())
                .complete();
        return save(null, bound, request, caller, language);
    }

    @GetMapping(ONE)
    @Allows(permission = RIGHT)
    ModelAndView show(@PathVariable("member") UUID id, Caller caller) {
        var member = find(caller, id);
        var model = model(caller, member);
        model.put("form", stored(member));
        return new ModelAndView(VIEW, model);
    }

    /** Without a new password the present one stays. */
    @PostMapping(ONE)
    @Allows(permission = RIGHT)
    ModelAndView change(@PathVariable("member") UUID id, HttpServletRequest request, Caller caller, Locale language) {
        var member = find(caller, id);
        var sent = new HashMap<>(request.getParameterMap());
        if (sent.getOrDefault(PASSWORD, new String[] {""})[0].isEmpty()) {
            sent.remove(PASSWORD);
        }
        return save(member, FormBinder.bind(StaffDraft.class, sent, caller.currency()), request, caller, language);
    }

    private ModelAndView save(
            @Nullable StaffMemberView member,
            Bound<StaffDraft> bound,
            HttpServletRequest request,
            Caller caller,
            Locale language) {
        var draft = bound.value();
        var password = draft.password().value();
        var phone = draft.phone().value();
        if (password != null
                && passwords.weak(password, phone)
                && !bound.problems().has(PASSWORD)) {
            bound.problems().add(PASSWORD, "password.weak");
        }
        var sent = withoutPassword(request.getParameterMap());
        var reader = readers.of(caller, language);
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, model(caller, member), sent, bound.problems().faults(), reader);
        }
        var command = new SaveStaffMember(
                Grantor.of(caller, request.getRemoteAddr()),
                member == null ? null : member.id(),
                draft.fullName().value(),
                phone,
                draft.roleId().value(),
                passwords.hashUnlessWeak(password, phone),
                draft.isActive().over(member == null || member.active(), true));
        return switch (member == null ? staff.hireOnce(OnceField.id(sent, ids), command) : staff.save(command)) {
            case SaveStaffMember.Saved _ -> PageRedirect.to(SettingsPaths.STAFF + "?said=staff.saved");
            case SaveStaffMember.NoSuchMember _ -> throw RequestRejected.notFound();
            case Refusal refusal -> SettingsForms.refused(VIEW, model(caller, member), sent, refusal, reader);
        };
    }

    private static Map<String, String[]> withoutPassword(Map<String, String[]> sent) {
        var rest = new HashMap<>(sent);
        rest.remove(PASSWORD);
        return rest;
    }

    /** One who is gone already is gone. */
    @PostMapping(ONE + "/remove")
    @Allows(permission = RIGHT)
    ModelAndView remove(@PathVariable("member") UUID id, HttpServletRequest request, Caller caller, Locale language) {
        var path = SettingsPaths.STAFF + "/" + id;
        if (!AskFirst.sure(request.getParameterMap())) {
            var reader = readers.of(caller, language);
            return new AskFirst(
                            reader.say("staff.remove.ask", find(caller, id).fullName()),
                            reader.say("staff.remove.why"),
                            reader.say("staff.remove"),
                            path + "/remove",
                            path,
                            Map.of())
                    .page();
        }
        var command = new RemoveStaffMember(Grantor.of(caller, request.getRemoteAddr()), id);
        return switch (staff.remove(command)) {
            case RemoveStaffMember.Removed _, RemoveStaffMember.NoSuchMember _ ->
                PageRedirect.to(SettingsPaths.STAFF + "?said=staff.removed");
            case Refusal refusal -> {
                var member = find(caller, id);
                yield SettingsForms.refused(
                        VIEW, model(caller, member), stored(member), refusal, readers.of(caller, language));
            }
        };
    }

    private StaffMemberView find(Caller caller, UUID id) {
        return staff.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static PageForm stored(StaffMemberView member) {
        return PageForm.ofStored()
                .with("fullName", member.fullName())
                .with("phone", Phone.parse(member.phone()).map(Phone::atHome).orElse(member.phone()))
                .with("roleId", member.roleId())
                .with("isActive", member.active());
    }

    private Map<String, Object> model(Caller caller, @Nullable StaffMemberView member) {
        var choices =
                roles.list(caller.store(), new Paging(1, Paging.MOST, null, UnaryOperator.identity())).items().stream()
                        .map(role -> new PageChoice(role.id().toString(), role.name()))
                        .toList();
        var model = new HashMap<String, Object>(
                Map.of("roles", choices, "action", member == null ? NEW : SettingsPaths.STAFF + "/" + member.id()));
        model.put("member", member);
        return model;
    }
}
