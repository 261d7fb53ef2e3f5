package iq.sendy.buyers;

import iq.sendy.kernel.Phone;

/**
 * Give the account of a phone that a code proves a new password; where there is none yet it is made. It prints without code
 * and password.
 *
 * @param ip where the request came from
 */
public record ResetBuyerPassword(Phone phone, String otpCode, String newPassword, String ip) {

    @Override
    public String toString() {
        return "new password for " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result permits PasswordReset, BuyerNotProven {}

    public record PasswordReset(BuyerSession session) implements Result {}
}
