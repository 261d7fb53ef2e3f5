package iq.sendy.access.web;

import iq.sendy.access.DeleteRole;
import iq.sendy.access.Grantor;
import iq.sendy.access.Permission;
import iq.sendy.access.RoleView;
import iq.sendy.access.Roles;
import iq.sendy.access.SaveRole;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StaffController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The store's own roles, and the permissions that they are made of. */
@StaffController
class RoleController {

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @RefusedWith(code = "permission.unknown")
    record NewRole(
            @Required @Text(Text.NAME) @Example("\"خدمة الزبائن\"")
            String name,

            @Required
            @Size(max = 500)
            @Text(Text.REFERENCE)
            @Example("[\"store.orders.view\", \"store.orders.manage\"]")
            List<String> permissions) {}

    @RefusedWith(code = "permission.unknown")
    record RoleChange(
            @Required @Text(Text.NAME) @Example("\"خدمة الزبائن\"")
            Patch<String> name,

            @Required
            @Size(max = 500)
            @Text(Text.REFERENCE)
            @Example("[\"store.orders.view\", \"store.orders.manage\"]")
            Patch<List<String>> permissions) {}

    record RoleBody(UUID id, String name, List<String> permissions) {

        static RoleBody of(RoleView role) {
            return new RoleBody(role.id(), role.name(), role.permissions());
        }
    }

    @GetMapping("/rbac/permissions")
    @Allows(permission = "rbac.manage")
    @Describes("List every permission there is, in full names")
    Answer<Page<Permission>> permissions(Paging paging) {
        var all = Permission.every();
        var cursor = paging.cursor();
        var from = cursor == null ? paging.offset() : Long.parseLong(cursor);
        var rest = all.subList((int) Math.min(from, all.size()), all.size());
        var found = rest.subList(0, Math.min(paging.pageSize() + 1, rest.size()));
        return Answer.ok(
                "permission.listed",
                Page.of(paging, found, (long) all.size(), last -> Integer.toString(all.indexOf(last) + 1)));
    }

    @GetMapping("/rbac/roles")
    @Allows(permission = "rbac.manage")
    @Describes("List the store's own roles, newest first")
    Answer<Page<RoleBody>> list(Paging paging, Caller caller) {
        return Answer.ok("role.listed", roles.list(caller.store(), paging).map(RoleBody::of));
    }

    @PostMapping("/rbac/roles")
    @Allows(permission = "rbac.manage")
    @Describes(value = "Make a role of permissions that the caller holds", refuses = SaveRole.Result.class)
    Answer<RoleBody> create(@Body Bound<NewRole> bound, Caller caller, HttpServletRequest request) {
        var permissions = known(bound.value().permissions(), bound.problems());
        var body = bound.valid();
        return answer(roles.save(command(caller, request, null, body.name(), permissions)), "role.created");
    }

    @PutMapping("/rbac/roles/{id}")
    @Allows(permission = "rbac.manage")
    @Describes(
            value =
                    "Change a role whose permissions the caller holds; it holds for its members from their next request",
            refuses = SaveRole.Result.class)
    Answer<RoleBody> update(
            @PathVariable UUID id, @Body Bound<RoleChange> bound, Caller caller, HttpServletRequest request) {
        if (roles.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var permissions = known(bound.value().permissions().value(), bound.problems());
        var body = bound.valid();
        return answer(roles.save(command(caller, request, id, body.name().value(), permissions)), "role.updated");
    }

    @DeleteMapping("/rbac/roles/{id}")
    @Allows(permission = "rbac.manage")
    @Describes(
            value = "Delete a role that nobody has and whose permissions the caller holds",
            refuses = DeleteRole.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var command = new DeleteRole(Grantor.of(caller, request.getRemoteAddr()), id);
        return switch (roles.delete(command)) {
            case DeleteRole.Deleted() -> Answer.ok("role.deleted", null);
            case DeleteRole.NoSuchRole() -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private static SaveRole command(
            Caller caller,
            HttpServletRequest request,
            @Nullable UUID role,
            @Nullable String name,
            @Nullable List<String> permissions) {
        return new SaveRole(Grantor.of(caller, request.getRemoteAddr()), role, name, permissions);
    }

    /** Full names, each once, in the order given; null when none were sent. */
    private static @Nullable List<String> known(@Nullable List<String> words, Violations violations) {
        if (words == null) {
            return null;
        }
        var known = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word == null) {
                continue;
            }
            var permission = Permission.parse(word);
            if (permission.isEmpty()) {
                violations.add("permissions[" + i + "]", "permission.unknown");
            } else {
                known.add(permission.get());
            }
        }
        return new ArrayList<>(known);
    }

    private static Answer<RoleBody> answer(SaveRole.Result result, String message) {
        return switch (result) {
            case SaveRole.Saved(var role) -> Answer.ok(message, RoleBody.of(role));
            case SaveRole.NoSuchRole() -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
