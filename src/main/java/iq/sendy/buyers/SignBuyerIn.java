package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Duration;

/**
 * Sign a buyer in by phone and password. It prints without the password.
 *
 * @param ip where the request came from
 */
public record SignBuyerIn(Phone phone, String password, String ip) {

    @Override
    public String toString() {
        return "sign in " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result {

        record BuyerSignedIn(BuyerSession session) implements Result {}

        /** No account, one without a password, or a wrong password: nobody is told which. */
        @RefusedWith(status = 401, code = "auth.failed")
        record WrongPassword() implements Result, Refusal {}

        @RefusedWith(status = 429, code = "rate.exceeded")
        record GuessedTooOften(Duration delay) implements Result, Refusal {}
    }
}
