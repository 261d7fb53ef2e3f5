package iq.sendy.webhooks.model;

import iq.sendy.kernel.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC signature of a delivery: a bare HMAC for receivers of one line, and Standard Webhooks 1.0. Their keys differ, so
 * neither signature can pass as the other.
 */
public final class Signatures {

    private Signatures() {}

    /**
     * The headers of one attempt.
     *
     * @param live the secrets that hold now, newest first
     * @param previousFirst whether the bare signature is made with the replaced secret, for a receiver that holds only that
     */
    public static Map<String, String> headers(
            String eventId,
            EventType type,
            int attempt,
            Instant at,
            Bytes body,
            List<SigningSecret> live,
            boolean previousFirst) {
        var seconds = at.getEpochSecond();
        var newest = live.getFirst();
        var bytes = body.toArray();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Sendy-Webhooks/1");
        headers.put("X-Sendy-Event-Id", eventId);
        headers.put("X-Sendy-Event", type.toString());
        headers.put("X-Sendy-Timestamp", Long.toString(seconds));
        headers.put("X-Sendy-Attempt", Integer.toString(attempt));
        headers.put("X-Sendy-Signature", bare(previousFirst && live.size() > 1 ? live.get(1) : newest, bytes));
        if (live.size() > 1) {
            headers.put("X-Sendy-Signature-Previous", bare(live.get(1), bytes));
        }
        headers.put("webhook-id", eventId);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put(
                "webhook-signature",
                live.stream()
                        .map(secret -> standard(secret, eventId, seconds, bytes))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    /** 64 lower-case hex characters over the exact body. */
    static String bare(SigningSecret secret, byte[] body) {
        return HexFormat.of().formatHex(hmac(secret.wholeKey(), body));
    }

    /** {@code v1,} and base64 over {@code id.timestamp.body}; an id has no dot, so the string reads in one way only. */
    static String standard(SigningSecret secret, String eventId, long seconds, byte[] body) {
        var head = (eventId + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret.decodedKey(), head, body));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks HmacSHA256", missing);
        }
    }
}
