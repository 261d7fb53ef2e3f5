package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims of a token: whom it names, and for whom it was made.
 *
 * @param audience the doors that it opens
 * @param store null for an operator
 * @param version of the sign-ins of the subject that it was made under
 * @param role told to the client, as are the permissions
 */
public record TokenClaims(
        String audience,
        @Nullable StoreId store,
        UUID subject,
        long version,
        @Nullable String role,
        List<String> permissions) {

    public TokenClaims {
        permissions = List.copyOf(permissions);
    }
}
