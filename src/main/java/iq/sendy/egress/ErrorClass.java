package iq.sendy.egress;

import java.util.Locale;

/** Error class of an exchange: why there is no status. */
public enum ErrorClass {
    DNS,
    BLOCKED_ADDRESS,
    CONNECT,
    TLS,
    TIMEOUT,
    RESET;

    /** The word of the wire and of the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
