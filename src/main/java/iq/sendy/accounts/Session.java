package iq.sendy.accounts;

import iq.sendy.stores.StoreView;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in session: what signing in gives. It prints without its tokens.
 *
 * @param expiresIn seconds that the access token lives
 * @param store null for an operator
 */
public record Session(
        String accessToken,
        String refreshToken,
        long expiresIn,
        MemberProfile user,
        @Nullable StoreView store) {

    @Override
    public String toString() {
        return "session of " + user.member().id();
    }
}
