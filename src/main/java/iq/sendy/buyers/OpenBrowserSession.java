package iq.sendy.buyers;

import iq.sendy.kernel.Phone;

/**
 * Sign a browser in by a code that proves the phone; the account is made where there is none. It prints without the code.
 *
 * @param ip where the request came from
 */
public record OpenBrowserSession(Phone phone, String otpCode, String ip) {

    @Override
    public String toString() {
        return "sign in " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result {

        /**
         * Signed in.
         *
         * @param session what the browser keeps, and nobody else
         */
        record BrowserSignedIn(String session) implements Result {

            @Override
            public String toString() {
                return "session";
            }
        }

        record CodeRefused() implements Result {}
    }
}
