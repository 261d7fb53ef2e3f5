package iq.sendy.identity.web;

import iq.sendy.identity.ChangeStore;
import iq.sendy.identity.ChangeStoreResult;
import iq.sendy.identity.Identities;
import iq.sendy.identity.OpenStoreForResult;
import iq.sendy.identity.PasswordHash;
import iq.sendy.identity.Register;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.AuditLog;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** What the platform's operators see and do: stores, and the log of their own changes. */
@PublicController("/api/v1/admin")
class AdminController {

    private final Identities identities;
    private final Stores stores;
    private final StoreViolations faults;
    private final AuditLog log;

    AdminController(Identities identities, Stores stores, StoreViolations faults, AuditLog log) {
        this.identities = identities;
        this.stores = stores;
        this.faults = faults;
        this.log = log;
    }

    record NewStore(
            @Required @Text(Text.NAME) @Example("\"Flora Basra\"")
            String storeName,

            @Text(50) @Nullable String slug,

            @Required @Text(Text.NAME) @Example("\"علي جاسم\"")
            String ownerName,

            @Required @Example("\"07707654321\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record StoreChange(
            @Required @Text(Text.NAME) @Example("\"Flora Basra\"")
            Patch<String> name,

            @Required @Text(50) @Example("\"flora-basra\"") Patch<String> slug,
            Patch<Boolean> isSuspended) {}

    record StoreBody(
            UUID id,
            String name,
            String slug,
            boolean isSuspended,
            @Nullable Instant suspendedAt,
            Instant createdAt) {

        static StoreBody of(StoreView store) {
            return new StoreBody(
                    store.id().value(),
                    store.name(),
                    store.slug(),
                    store.suspended(),
                    store.suspendedAt(),
                    store.createdAt());
        }
    }

    @GetMapping("/stores")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("All stores, newest first.")
    Answer<Page<StoreBody>> list(Paging paging) {
        return Answer.ok("store.listed", stores.list(paging).map(StoreBody::of));
    }

    @PostMapping("/stores")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(
            value = "Opens a store with its owner, as registering does.",
            refuses = {"400 password.weak", "400 slug.invalid", "400 slug.reserved", "409 phone.taken", "409 slug.taken"
            })
    Answer<StoreBody> create(
            @Body Bound<NewStore> bound,
            @Prepared(by = FirstPassword.class) @Nullable PasswordHash password,
            Caller caller,
            HttpServletRequest request) {
        var sent = bound.value();
        faults.slug(sent.slug(), bound.problems());
        faults.password("password", sent.password(), sent.phone(), bound.problems());
        var body = bound.valid();
        var ip = request.getRemoteAddr();
        var command = new Register(body.storeName(), body.slug(), body.ownerName(), body.phone(), body.password(), ip);
        return switch (identities.openFor(command, Objects.requireNonNull(password), Actor.of(caller, ip))) {
            case OpenStoreForResult.Opened(var store) -> Answer.ok("store.created", StoreBody.of(store));
            case OpenStoreForResult.Taken(var phone, var slug) ->
                Answer.refused(HttpStatus.CONFLICT, StoreViolations.taken(phone, slug));
        };
    }

    @PutMapping("/stores/{id}")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(
            value = "Renames a store, moves it to another slug, suspends it or lets it trade again.",
            refuses = {"400 slug.invalid", "400 slug.reserved", "409 slug.taken"})
    Answer<StoreBody> update(
            @PathVariable UUID id, @Body Bound<StoreChange> bound, Caller caller, HttpServletRequest request) {
        var before = stores.find(new StoreId(id));
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        faults.slug(bound.value().slug().value(), bound.problems());
        var body = bound.valid();
        var command = new ChangeStore(
                new StoreId(id),
                Actor.of(caller, request.getRemoteAddr()),
                body.name().value(),
                body.slug().value(),
                body.isSuspended().over(before.get().suspended(), false));
        return switch (identities.changeStore(command)) {
            case ChangeStoreResult.Changed(var store) -> Answer.ok("store.updated", StoreBody.of(store));
            case ChangeStoreResult.NoSuchStore() -> Answer.notFound();
            case ChangeStoreResult.SlugTaken() -> Answer.conflict(Violation.at("slug", "slug.taken"));
        };
    }

    @GetMapping("/audit-log")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(value = "The platform's own log, newest first.", refuses = "400 range.invalid")
    Answer<Page<AuditLog.Entry>> auditLog(@QueryParameters AuditFilter filter, Paging paging, Caller caller) {
        return Answer.ok("audit.listed", log.list(caller.store(), filter.wanted(caller.zone()), paging));
    }
}
