package iq.sendy.meta.model;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.secrets.Digests;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 that Meta tells of a medium: in base64 where a delivery tells it, in hex where Graph does. */
public final class MediaHash {

    private static final int BYTES = 32;
    private static final int HEX_DIGITS = 64;

    private MediaHash() {}

    /** Whether the bytes are those that were announced. What is no such hash announces nothing. */
    public static boolean holds(String said, Bytes content) {
        var hash = read(said.strip());
        return hash == null || MessageDigest.isEqual(hash, Digests.sha256(content.toArray()));
    }

    private static byte @Nullable [] read(String said) {
        try {
            var hash = said.length() == HEX_DIGITS
                    ? HexFormat.of().parseHex(said)
                    : Base64.getDecoder().decode(said.replace('-', '+').replace('_', '/'));
            return hash.length == BYTES ? hash : null;
        } catch (IllegalArgumentException neither) {
            return null;
        }
    }
}
