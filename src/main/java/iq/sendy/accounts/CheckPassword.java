package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Duration;
import java.util.UUID;

/**
 * Check that who is signed in knows their password, before something that a stolen token must not do. It prints without it.
 *
 * @param ip where the request came from
 */
public record CheckPassword(StoreId store, UUID member, String password, String ip) {

    @Override
    public String toString() {
        return "check the password of " + member;
    }

    /** All that can come of it. */
    public sealed interface Result {

        /**
         * The password of the member.
         *
         * @param hash what it was compared with
         */
        record Right(String hash) implements Result {}

        @RefusedWith(code = "password.wrong", field = "password")
        record Wrong() implements Result, Refusal {}

        @RefusedWith(status = 429, code = "rate.exceeded")
        record TooManyGuesses(Duration delay) implements Result, Refusal {}

        /** Removed, switched off or suspended since the token was looked at. */
        @RefusedWith(status = 401, code = "auth.invalid")
        record NoSuchMember() implements Result, Refusal {}
    }
}
