package iq.sendy.accounts;

import iq.sendy.accounts.SignInTransactions.SignInOutcome;
import iq.sendy.accounts.SignInTransactions.VerifiedMember;
import iq.sendy.kernel.Phone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Passwords: which are too easy, how they are hashed, and changing one's own. */
@Service
public class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final PasswordHashing passwordHashing;
    private final LoginThrottling loginThrottling;
    private final SignInTransactions transactions;
    private final AccessTokens tokens;

    Passwords(
            PasswordHashing passwordHashing,
            LoginThrottling loginThrottling,
            SignInTransactions transactions,
            AccessTokens tokens) {
        this.passwordHashing = passwordHashing;
        this.loginThrottling = loginThrottling;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** Whether a password is too easy for whoever signs in with this phone. */
    public boolean weak(String password, @Nullable Phone phone) {
        return passwordHashing.weak(password, phone);
    }

    /**
     * The hash of a first password, or null when there is none to hash. To be asked before a transaction: it works for
     * long, and who would wait too long is refused with 429.
     */
    public @Nullable PasswordHash hashUnlessWeak(@Nullable String password, @Nullable Phone phone) {
        return password == null || weak(password, phone) ? null : new PasswordHash(passwordHashing.hash(password));
    }

    public ChangePassword.Result change(ChangePassword command) {
        var member = transactions.member(command.store(), command.member());
        if (member.isEmpty()) {
            return new ChangePassword.Gone();
        }
        var current = command.current();
        var next = command.next();
        var phone = Phone.parse(member.get().view().phone());
        var weak = next != null && passwordHashing.weak(next, phone.orElse(null));
        var hash = member.get().passwordHash();
        // Counted apart from signing in: whoever holds a stolen token must not hold up its owner's sign-in.
        var account = "password of " + command.member();
        if (current == null) {
            return new ChangePassword.NotChanged(false, weak);
        }
        var attempt = loginThrottling.attempt(account, command.ip());
        if (attempt.refused()) {
            return new ChangePassword.TooOften(attempt.delay());
        }
        if (!loginThrottling.judge(attempt, () -> passwordHashing.matches(current, hash))) {
            LOG.info("A change of the password of {} from {} failed", command.member(), command.ip());
            var told = loginThrottling.failed(attempt);
            return told.isZero() ? new ChangePassword.NotChanged(true, weak) : new ChangePassword.TooOften(told);
        }
        loginThrottling.succeeded(attempt);
        if (next == null || weak) {
            return new ChangePassword.NotChanged(false, weak);
        }
        var verified = new VerifiedMember(command.store(), command.member(), hash, command.ip());
        return switch (transactions.changePassword(verified, new PasswordHash(passwordHashing.hash(next)))) {
            case SignInOutcome.Granted granted -> new ChangePassword.Changed(tokens.session(granted));
            case SignInOutcome.Refused _, SignInOutcome.Suspended _ -> new ChangePassword.Gone();
        };
    }
}
