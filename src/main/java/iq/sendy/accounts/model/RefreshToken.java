package iq.sendy.accounts.model;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A refresh token says itself where its row is: store, family, then 32 random bytes. Only a digest of the whole is stored.
 * It prints as its family alone.
 */
public record RefreshToken(StoreId store, UUID family, Bytes secret) {

    private static final int SECRET = 32;
    private static final int LENGTH = 16 + 16 + SECRET;

    public RefreshToken {
        if (secret.length() != SECRET) {
            throw new IllegalArgumentException("A refresh token has 32 random bytes");
        }
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(store.value().getMostSignificantBits())
                .putLong(store.value().getLeastSignificantBits())
                .putLong(family.getMostSignificantBits())
                .putLong(family.getLeastSignificantBits())
                .put(secret.toArray())
                .array();
    }

    public String onWire() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** Empty when it cannot be one of ours; one token has one spelling. */
    public static Optional<RefreshToken> parse(String sent) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sent);
            if (bytes.length != LENGTH
                    || !Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(sent)) {
                return Optional.empty();
            }
            var in = ByteBuffer.wrap(bytes);
            var store = new StoreId(new UUID(in.getLong(), in.getLong()));
            var family = new UUID(in.getLong(), in.getLong());
            var secret = new byte[SECRET];
            in.get(secret);
            return Optional.of(new RefreshToken(store, family, Bytes.of(secret)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "refresh token of " + family;
    }
}
