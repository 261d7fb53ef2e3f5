package iq.sendy.accounts.web;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Passwords;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hashes the password that an operator gives an owner, where the body has a sound one. */
@Component
class OwnerPassword implements Preparation<PasswordHash> {

    private final Passwords passwords;

    OwnerPassword(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public @Nullable PasswordHash prepare(PreparationRequest request) {
        var bound = request.body();
        return bound.problems().isEmpty() && bound.value() instanceof Registration store
                ? passwords.hashUnlessWeak(store.password(), store.phone())
                : null;
    }
}
