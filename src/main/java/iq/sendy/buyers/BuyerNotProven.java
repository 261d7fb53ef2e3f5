package iq.sendy.buyers;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refusal of a new password: the code is wrong, old or used up, the password is too easy, or both.
 *
 * @param weak the field of the password if that is too easy
 */
@RefusedWith(code = {"otp.wrong", "password.weak"})
public record BuyerNotProven(boolean wrongCode, @Nullable String weak)
        implements Refusal, RegisterBuyer.Result, ResetBuyerPassword.Result {

    @Override
    public List<Violation> violations() {
        var wrong = new ArrayList<Violation>();
        if (wrongCode) {
            wrong.add(Violation.at("otpCode", "otp.wrong"));
        }
        if (weak != null) {
            wrong.add(Violation.at(weak, "password.weak"));
        }
        return wrong;
    }
}
