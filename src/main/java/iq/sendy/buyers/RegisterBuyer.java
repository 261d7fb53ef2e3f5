package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/**
 * Make an account for a phone that a code proves. It prints without code and password.
 *
 * @param ip where the request came from
 */
public record RegisterBuyer(Phone phone, String otpCode, String name, String password, String ip) {

    @Override
    public String toString() {
        return "register " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result permits Registered, PhoneTaken, BuyerNotProven {}

    public record Registered(BuyerSession session) implements Result {}

    /** Whoever proved the phone is told: it is theirs. */
    @RefusedWith(status = 409, code = "phone.taken", field = "phone")
    public record PhoneTaken() implements Result, Refusal {}
}
