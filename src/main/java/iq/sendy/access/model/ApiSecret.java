package iq.sendy.access.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** A whole API key as its owner keeps it, {@code <keyId>.<secret>}. The prefix is for secret scanners. It prints its id. */
public record ApiSecret(String keyId, String secret) {

    public static final String PREFIX = "sk_";

    private static final Pattern FORM = Pattern.compile("(sk_[0-9A-Za-z]{22})\\.([0-9A-Za-z_-]{43})");

    public String onWire() {
        return keyId + "." + secret;
    }

    public static Optional<ApiSecret> parse(String sent) {
        var match = FORM.matcher(sent);
        return match.matches() ? Optional.of(new ApiSecret(match.group(1), match.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return keyId;
    }
}
