package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.time.Duration;
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

    /** All that can come of it. */
    public sealed interface Result {}

    public record Changed(Session session) implements Result {}

    /** What is wrong with those that were sent. */
    public record NotChanged(boolean currentWrong, boolean nextWeak) implements Result {}

    public record TooOften(Duration delay) implements Result {}

    /** Removed, switched off or suspended since the token was looked at. */
    public record Gone() implements Result {}
}
