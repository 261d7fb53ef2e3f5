package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.time.Duration;

/**
 * Send a one-time code to a phone.
 *
 * @param ip where the request came from
 */
public record SendCode(Phone phone, CodePurpose purpose, String ip) {

    /** All that can come of it; none tells whether the phone has an account. */
    public sealed interface Result {

        /**
         * On its way.
         *
         * @param life how long it holds
         * @param pause after which another may be asked for
         */
        record Sent(Duration life, Duration pause) implements Result {}

        /** One was sent a moment ago, or many today. */
        @RefusedWith(status = 429, code = "rate.exceeded")
        record TooSoon(Duration delay) implements Result, Refusal {}

        /** The shop has no way to send codes. */
        @RefusedWith(status = 409, code = "otp.unreachable")
        record Unreachable() implements Result, Refusal {}
    }
}
