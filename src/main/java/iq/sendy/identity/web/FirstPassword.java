package iq.sendy.identity.web;

import iq.sendy.identity.Identities;
import iq.sendy.identity.PasswordHash;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hashes the password that somebody is given, where the body has a sound one. */
@Component
class FirstPassword implements Preparation<PasswordHash> {

    private final Identities identities;

    FirstPassword(Identities identities) {
        this.identities = identities;
    }

    @Override
    public @Nullable PasswordHash prepare(PreparationRequest request) {
        var bound = request.body();
        if (!bound.problems().isEmpty()) {
            return null;
        }
        return switch (bound.value()) {
            case StaffMemberController.NewMember hired -> hashed(hired.password(), hired.phone());
            case StaffMemberController.MemberChange change ->
                hashed(change.password().value(), change.phone().value());
            case AdminController.NewStore store -> hashed(store.password(), store.phone());
            case Object other -> throw new IllegalStateException(other.getClass() + " gives no password");
        };
    }

    private @Nullable PasswordHash hashed(@Nullable String password, @Nullable Phone phone) {
        return password == null || identities.passwordWeak(password, phone) ? null : identities.hash(password);
    }
}
