package iq.sendy.webhooks.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code whsec_} and the base64 of 32 bytes. It never prints itself. */
public final class SigningSecret {

    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";

    private final String text;

    private SigningSecret(String text) {
        this.text = text;
    }

    public static SigningSecret of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("A signing secret has " + BYTES + " bytes");
        }
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    public static SigningSecret of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A signing secret begins with " + PREFIX);
        }
        return new SigningSecret(text);
    }

    /** The whole string, shown once and sealed at rest. */
    public String text() {
        return text;
    }

    /** The key of {@code X-Sendy-Signature}: what a receiver without a library hands to its HMAC, the string it was given. */
    byte[] wholeKey() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The key of Standard Webhooks, whose libraries strip the prefix and decode. */
    byte[] decodedKey() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "***";
    }
}
