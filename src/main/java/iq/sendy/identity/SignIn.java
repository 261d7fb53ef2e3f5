package iq.sendy.identity;

import iq.sendy.kernel.Phone;

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
}
