package iq.sendy.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Digests under a pepper from the master key: what is stored of a secret that only its owner keeps. */
@Component
public class Digests {

    private final SecretKeySpec pepper;

    Digests(MasterKey master) {
        this.pepper = new SecretKeySpec(master.key("pepper-1"), "HmacSHA256");
    }

    /** HMAC-SHA-256 of a secret for a purpose, so that a digest kept for one thing never opens another. */
    public byte[] of(String purpose, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks HmacSHA256", missing);
        }
    }

    /** Compares in constant time. */
    public boolean matches(byte[] digest, String purpose, String secret) {
        return MessageDigest.isEqual(digest, of(purpose, secret));
    }

    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks SHA-256", missing);
        }
    }
}
