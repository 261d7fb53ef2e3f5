package iq.sendy.kernel;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as callers write them, in the one spelling of RFC 9562; {@link UUID#fromString} alone takes shorter ones too. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** Empty when it is no UUID. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (var i = 0; i < LENGTH; i++) {
            var dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !hexadecimal(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    private static boolean hexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
