package iq.sendy.access.web;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Passwords;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hashes the password that a member of staff is given, where the body has a sound one. */
@Component
class StaffPassword implements Preparation<PasswordHash> {

    private final Passwords passwords;

    StaffPassword(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public @Nullable PasswordHash prepare(PreparationRequest request) {
        var bound = request.body();
        if (!bound.problems().isEmpty()) {
            return null;
        }
        return switch (bound.value()) {
            case StaffMemberController.NewMember hired -> passwords.hashUnlessWeak(hired.password(), hired.phone());
            case StaffMemberController.MemberChange change ->
                passwords.hashUnlessWeak(
                        change.password().value(), change.phone().value());
            case Object other -> throw new IllegalStateException(other.getClass() + " gives no password");
        };
    }
}
