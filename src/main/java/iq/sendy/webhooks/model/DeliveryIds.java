package iq.sendy.webhooks.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A delivery's id: the time of the event's UUIDv7 and a digest of event and subscription, since how many deliveries an event
 * has is known in the database alone. {@code EventStore} makes the same in SQL.
 */
public final class DeliveryIds {

    private DeliveryIds() {}

    public static UUID of(UUID event, UUID subscription) {
        var text = event.toString();
        var digest = HexFormat.of().formatHex(sha256(text + subscription));
        return UUID.fromString(text.substring(0, 20) + digest.substring(0, 3) + "-" + digest.substring(3, 15));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JDK lacks SHA-256", missing);
        }
    }
}
