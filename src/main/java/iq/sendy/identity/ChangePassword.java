package iq.sendy.identity;

import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change one's own password. It prints without them.
 *
 * @param current null when it was not sent, so that all faults are told at once
 * @param next null when it was not sent
 * @param ip where the request came from
 */
public record ChangePassword(
        StoreId store,
        UUID member,
        @Nullable String current,
        @Nullable String next,
        String ip) {

    @Override
    public String toString() {
        return "change the password of " + member;
    }
}
