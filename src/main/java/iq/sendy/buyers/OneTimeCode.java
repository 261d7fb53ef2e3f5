package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import java.time.Instant;

/**
 * One-time code on its way to a phone. It prints without its digits.
 *
 * @param digits six of them, kept nowhere but in what is sent
 */
public record OneTimeCode(Phone phone, CodePurpose purpose, String digits, Instant expiresAt) {

    @Override
    public String toString() {
        return "code for " + phone;
    }
}
