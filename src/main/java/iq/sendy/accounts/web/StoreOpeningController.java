package iq.sendy.accounts.web;

import iq.sendy.accounts.OpenStoreFor;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Prepared;
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

    @PostMapping("/stores")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(value = "Open a store with its owner, as registering does", refuses = OpenStoreFor.Result.class)
    Answer<StoreDescription> create(
            @Body Bound<Registration> bound,
            @Prepared(by = OwnerPassword.class) @Nullable PasswordHash password,
            Caller caller,
            HttpServletRequest request) {
        violations.add(bound);
        var registration = bound.valid().command(request);
        var command =
                new OpenStoreFor(registration, Objects.requireNonNull(password), Actor.of(caller, registration.ip()));
        return switch (registrations.openFor(command)) {
            case OpenStoreFor.Opened(var store) -> Answer.ok("store.created", StoreDescription.of(store));
            case Register.Taken taken -> Answer.refused(taken);
        };
    }
}
