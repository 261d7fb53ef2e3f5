package iq.sendy.accounts;

import iq.sendy.platform.database.BackgroundWork;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Login throttling: slows guessing down for one phone from one network, and for one phone from everywhere, so that nobody
 * is kept out by a stranger (docs/decisions/0028). What is tried is counted in transactions of its own: a refused sign-in
 * rolls its step back, and must not roll back its count. They take their connection beside requests: under an
 * {@code Idempotency-Key} this request has one already, and requests that wait for a second one would wait for each other.
 */
@Component
class LoginThrottling {

    private final GuessCounts counts;

    LoginThrottling(GuessCounts counts) {
        this.counts = counts;
    }

    /**
     * A password that wants to be judged.
     *
     * @param familiar whether the account signed in from around there of late
     * @param delay zero when it may be judged now; it is then counted already
     * @param told what it is told to wait if it is wrong, zero for the first few
     */
    record PasswordAttempt(String account, String ip, boolean familiar, Instant at, Duration delay, Duration told) {

        boolean refused() {
            return !delay.isZero();
        }
    }

    /** Takes a place among those that are judged, before the password is looked at at all. */
    PasswordAttempt attempt(String account, String ip) {
        return BackgroundWork.call(() -> counts.attempt(account, ip));
    }

    /** Answers what the guesser is told to wait, zero for the first five. */
    Duration failed(PasswordAttempt attempt) {
        return BackgroundWork.call(() -> counts.failed(attempt));
    }

    /** Gives the place back, as if nothing had been tried. */
    void withdraw(PasswordAttempt attempt) {
        BackgroundWork.run(() -> counts.withdraw(attempt));
    }

    /** As {@link #withdraw}, and remembers where the account signed in from. */
    void succeeded(PasswordAttempt attempt) {
        BackgroundWork.run(() -> {
            counts.withdraw(attempt);
            counts.remember(attempt.account(), attempt.ip());
        });
    }

    /** Whoever makes the account is familiar from the start. */
    void remember(String account, String ip) {
        BackgroundWork.run(() -> counts.remember(account, ip));
    }

    /** Counts a failure of an account in a row, and answers how many there were without a pause of an hour. */
    long countFailure(String account) {
        return BackgroundWork.call(() -> counts.countFailure(account));
    }

    void deleteExpired() {
        BackgroundWork.run(counts::deleteExpired);
    }

    /** What could not be judged, since we are busy or broken, is no guess. */
    <T> T judge(PasswordAttempt attempt, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException trouble) {
            withdraw(attempt);
            throw trouble;
        }
    }
}
