package iq.sendy.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /** Whether it is what this makes, and good still. */
    boolean isOf(CreateApiKey command) {
        return revokedAt == null
                && name.equals(command.name())
                && Set.copyOf(scopes).equals(Set.copyOf(command.scopes()));
    }

    ApiKeyView lastUsed(@Nullable Instant at) {
        return new ApiKeyView(id, keyId, name, scopes, createdAt, at, revokedAt);
    }

    ApiKeyView revoked(Instant at) {
        return new ApiKeyView(id, keyId, name, scopes, createdAt, lastUsedAt, at);
    }
}
