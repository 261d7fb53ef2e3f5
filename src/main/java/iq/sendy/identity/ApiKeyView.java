package iq.sendy.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key without its secret, which only its owner has. */
public record ApiKeyView(
        UUID id,
        String keyId,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKeyView {
        scopes = List.copyOf(scopes);
    }
}
