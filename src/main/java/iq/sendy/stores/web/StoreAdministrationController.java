package iq.sendy.stores.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.AuditLog;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.stores.ChangeStore;
import iq.sendy.stores.StoreAdministration;
import iq.sendy.stores.StoreDescription;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** What the platform's operators see and do: stores, and the log of their own changes. */
@OperatorController
class StoreAdministrationController {

    private final StoreAdministration administration;
    private final Stores stores;
    private final AuditLog log;

    StoreAdministrationController(StoreAdministration administration, Stores stores, AuditLog log) {
        this.administration = administration;
        this.stores = stores;
        this.log = log;
    }

    @RefusedWith(code = {"slug.invalid", "slug.reserved"})
    record StoreChange(
            @Required @Text(Text.NAME) @Example("\"Flora Basra\"")
            Patch<String> name,

            @Required @Text(50) @Example("\"flora-basra\"") Patch<String> slug,
            Patch<Boolean> isSuspended) {}

    @GetMapping("/stores")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("List the stores, newest first")
    Answer<Page<StoreDescription>> list(Paging paging) {
        return Answer.ok("store.listed", stores.list(paging).map(StoreDescription::of));
    }

    @PutMapping("/stores/{id}")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(
            value = "Rename a store, move it to another slug, suspend it or let it trade again",
            refuses = ChangeStore.Result.class)
    Answer<StoreDescription> update(
            @PathVariable UUID id, @Body Bound<StoreChange> bound, Caller caller, HttpServletRequest request) {
        var before = stores.find(new StoreId(id));
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        var slug = bound.value().slug().value();
        if (slug != null) {
            stores.slugViolation(slug).ifPresent(bound.problems()::add);
        }
        var body = bound.valid();
        var command = new ChangeStore(
                new StoreId(id),
                Actor.of(caller, request.getRemoteAddr()),
                body.name().value(),
                body.slug().value(),
                body.isSuspended().over(before.get().suspended(), false));
        return switch (administration.change(command)) {
            case ChangeStore.Changed(var store) -> Answer.ok("store.updated", StoreDescription.of(store));
            case ChangeStore.NoSuchStore() -> Answer.notFound();
            case ChangeStore.SlugTaken taken -> Answer.refused(taken);
        };
    }

    @GetMapping("/audit-log")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("List the platform's own log, newest first")
    Answer<Page<AuditLog.AuditEntry>> auditLog(@QueryParameters AuditFilter filter, Paging paging, Caller caller) {
        return Answer.ok("audit.listed", log.list(caller.store(), filter.wanted(caller.zone()), paging));
    }
}
