package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    @RefusedWith(code = {"password.wrong", "password.weak"})
    public record NotChanged(boolean currentWrong, boolean nextWeak) implements Result, Refusal {

        @Override
        public List<Violation> violations() {
            var wrong = new ArrayList<Violation>();
            if (currentWrong) {
                wrong.add(Violation.at("currentPassword", "password.wrong"));
            }
            if (nextWeak) {
                wrong.add(Violation.at("newPassword", "password.weak"));
            }
            return wrong;
        }
    }

    @RefusedWith(status = 429, code = "rate.exceeded")
    public record TooOften(Duration delay) implements Result, Refusal {}

    /** Removed, switched off or suspended since the token was looked at. */
    @RefusedWith(status = 401, code = "auth.invalid")
    public record Gone() implements Result, Refusal {}
}
