package iq.sendy.accounts.web;

import iq.sendy.accounts.OpenStoreFor;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.stores.StoreDescription;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

/** Opening a store for somebody, which operators do: it takes an owner, so it is not at the door of {@code stores}. */
@OperatorController
class StoreOpeningController {

    private final Registrations registrations;
    private final RegistrationViolations violations;

    StoreOpeningController(Registrations registrations, RegistrationViolations violations) {
        this.registrations = registrations;
        this.violations = violations;
    }

    @RefusedWith(code = {"password.weak", "slug.invalid", "slug.reserved"})
    record NewStore(
            @Required @Text(Text.NAME) @Example("\"Flora Basra\"")
            String storeName,

            @Text(50) @Nullable String slug,

            @Required @Text(Text.NAME) @Example("\"علي جاسم\"")
            String ownerName,

            @Required @Example("\"07707654321\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    @PostMapping("/stores")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(value = "Opens a store with its owner, as registering does.", refuses = OpenStoreFor.Result.class)
    Answer<StoreDescription> create(
            @Body Bound<NewStore> bound,
            @Prepared(by = OwnerPassword.class) @Nullable PasswordHash password,
            Caller caller,
            HttpServletRequest request) {
        var sent = bound.value();
        violations.add(sent.slug(), sent.password(), sent.phone(), bound.problems());
        var body = bound.valid();
        var ip = request.getRemoteAddr();
        var registration =
                new Register(body.storeName(), body.slug(), body.ownerName(), body.phone(), body.password(), ip);
        var command = new OpenStoreFor(registration, Objects.requireNonNull(password), Actor.of(caller, ip));
        return switch (registrations.openFor(command)) {
            case OpenStoreFor.Opened(var store) -> Answer.ok("store.created", StoreDescription.of(store));
            case Register.Taken taken -> Answer.refused(taken);
        };
    }
}
