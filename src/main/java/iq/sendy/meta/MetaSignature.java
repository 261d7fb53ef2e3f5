package iq.sendy.meta;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a delivery: HMAC-SHA-256 with the secret of the app, over the bytes as they came. They are never read
 * before, since what is written again from what was read has other bytes.
 */
public final class MetaSignature {

    /** The header it comes in. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String SCHEME = "sha256=";
    private static final int DIGITS = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private MetaSignature() {}

    /** Whether the header is the signature of the body by the secret; without a header, or with anything else in it, never. */
    public static boolean verifies(String secret, byte[] body, @Nullable String header) {
        if (secret.isEmpty() || header == null || !wellFormed(header)) {
            return false;
        }
        var claimed = HexFormat.of().parseHex(header, SCHEME.length(), header.length());
        return MessageDigest.isEqual(digest(secret, body), claimed);
    }

    /** What Meta would write into the header. */
    public static String sign(String secret, byte[] body) {
        return SCHEME + HexFormat.of().formatHex(digest(secret, body));
    }

    private static boolean wellFormed(String header) {
        return header.length() == SCHEME.length() + DIGITS
                && header.startsWith(SCHEME)
                && header.chars().skip(SCHEME.length()).allMatch(HexFormat::isHexDigit);
    }

    private static byte[] digest(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks " + ALGORITHM, missing);
        }
    }
}
