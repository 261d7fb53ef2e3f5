package iq.sendy.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Judge a password. It prints without it.
 *
 * @param account whose guesses are counted together, by a name that no other account has
 * @param hash null where there is no such account, which takes as long
 * @param ip where the request came from
 */
public record JudgePassword(
        String account, String password, @Nullable PasswordHash hash, String ip) {

    @Override
    public String toString() {
        return "judge the password of " + account;
    }

    /** All that can come of it. */
    public sealed interface Result {}

    public record Right() implements Result {}

    public record Wrong() implements Result {}

    public record TooManyGuesses(Duration delay) implements Result {}
}
