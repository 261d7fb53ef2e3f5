package iq.sendy.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Account of a person who may sign in.
 *
 * @param roleId the role of a member of staff, which {@code access} knows; null for others
 * @param version grows when every token of this person must end
 */
public record MemberView(
        UUID id,
        MemberKind kind,
        String fullName,
        String phone,
        @Nullable UUID roleId,
        boolean active,
        long version,
        Instant createdAt) {}
