package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Duration;

/**
 * Sign in. It prints without the password.
 *
 * @param ip where the request came from
 */
public record SignIn(Phone phone, String password, String ip) {

    @Override
    public String toString() {
        return "sign in " + phone;
    }

    /** All that can come of signing in, with a password or with a refresh token. */
    public sealed interface Result {}

    public record SignedIn(Session session) implements Result {}

    /** Unknown phone, wrong password, switched-off member, used or unknown token: nobody is told which. */
    public record Failed() implements Result {}

    @RefusedWith(status = 429, code = "rate.exceeded")
    public record TooOften(Duration delay) implements Result, Refusal {}

    @RefusedWith(status = 403, code = "store.suspended")
    public record StoreSuspended() implements Result, Refusal {}
}
