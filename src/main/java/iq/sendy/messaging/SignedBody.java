package iq.sendy.messaging;

import iq.sendy.meta.MetaSignature;
import java.util.HashMap;
import java.util.Map;

/** The bytes of a delivery with what their sender signed them by. Each secret is tried once, whoever has it. */
final class SignedBody {

    private final byte[] bytes;
    private final String signature;
    private final Map<String, Boolean> tried = new HashMap<>();

    SignedBody(byte[] bytes, String signature) {
        this.bytes = bytes;
        this.signature = signature;
    }

    boolean isSignedWith(String secret) {
        return tried.computeIfAbsent(secret, key -> MetaSignature.verifies(key, bytes, signature));
    }

    byte[] bytes() {
        return bytes;
    }

    String signature() {
        return signature;
    }
}
