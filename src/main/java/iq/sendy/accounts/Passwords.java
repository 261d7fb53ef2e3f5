package iq.sendy.accounts;

import iq.sendy.accounts.SignInTransactions.SignInOutcome;
import iq.sendy.accounts.SignInTransactions.VerifiedMember;
import iq.sendy.accounts.model.Carrier;
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

    /** The hash of another secret than a password. To be asked before a transaction, as {@link #hashUnlessWeak}. */
    public PasswordHash hash(String secret) {
        return new PasswordHash(passwordHashing.hash(secret));
    }

    /** Whether a secret is the one that was hashed; works as hard without a hash. To be asked before a transaction. */
    public boolean matches(String secret, @Nullable PasswordHash hash) {
        return passwordHashing.matches(secret, hash == null ? null : hash.text());
    }

    /**
     * Judges a password, of a member or of somebody else; guesses are slowed alike. To be asked before a transaction.
     */
    public JudgePassword.Result judge(JudgePassword command) {
        var attempt = loginThrottling.attempt(command.account(), command.ip());
        if (attempt.refused()) {
            return new JudgePassword.TooManyGuesses(attempt.delay());
        }
        if (!loginThrottling.judge(attempt, () -> matches(command.password(), command.hash()))) {
            var told = loginThrottling.failed(attempt);
            return told.isZero() ? new JudgePassword.Wrong() : new JudgePassword.TooManyGuesses(told);
        }
        loginThrottling.succeeded(attempt);
        return new JudgePassword.Right();
    }

    /** Judges a member's password; guesses are counted with those of {@link #change}. To be asked before a transaction. */
    public CheckPassword.Result check(CheckPassword command) {
        return transactions
                .member(command.store(), command.member())
                .map(member -> judge(command, member.passwordHash()))
                .orElseGet(CheckPassword.Result.NoSuchMember::new);
    }

    private CheckPassword.Result judge(CheckPassword command, String hash) {
        // Counted apart from signing in: whoever holds a stolen token must not hold up its owner's sign-in.
        var account = "password of " + command.member();
        return switch (judge(new JudgePassword(account, command.password(), new PasswordHash(hash), command.ip()))) {
            case JudgePassword.Right() -> new CheckPassword.Result.Right(hash);
            case JudgePassword.TooManyGuesses(var delay) -> new CheckPassword.Result.TooManyGuesses(delay);
            case JudgePassword.Wrong() -> {
                LOG.info("The password of {} was not known from {}", command.member(), command.ip());
                yield new CheckPassword.Result.Wrong();
            }
        };
    }

    public ChangePassword.Result change(ChangePassword command) {
        return change(command, Carrier.PROGRAM);
    }

    /** As {@link #change}, with a refresh token that a browser keeps in its cookie. */
    public ChangePassword.Result changeInBrowser(ChangePassword command) {
        return change(command, Carrier.BROWSER);
    }

    private ChangePassword.Result change(ChangePassword command, Carrier carrier) {
        var member = transactions.member(command.store(), command.member());
        if (member.isEmpty()) {
            return new ChangePassword.Gone();
        }
        var current = command.current();
        var next = command.next();
        var phone = Phone.parse(member.get().view().phone());
        var weak = next != null && passwordHashing.weak(next, phone.orElse(null));
        if (current == null) {
            return new ChangePassword.NotChanged(false, weak);
        }
        var check = new CheckPassword(command.store(), command.member(), current, command.ip());
        return switch (judge(check, member.get().passwordHash())) {
            case CheckPassword.Result.TooManyGuesses(var delay) -> new ChangePassword.TooOften(delay);
            case CheckPassword.Result.Wrong() -> new ChangePassword.NotChanged(true, weak);
            case CheckPassword.Result.NoSuchMember() -> new ChangePassword.Gone();
            case CheckPassword.Result.Right(var hash) ->
                next == null || weak
                        ? new ChangePassword.NotChanged(false, weak)
                        : change(command, hash, next, carrier);
        };
    }

    private ChangePassword.Result change(ChangePassword command, String hash, String next, Carrier carrier) {
        var verified = new VerifiedMember(command.store(), command.member(), hash, command.ip());
        return switch (transactions.changePassword(verified, new PasswordHash(passwordHashing.hash(next)), carrier)) {
            case SignInOutcome.Granted granted -> new ChangePassword.Changed(tokens.session(granted));
            case SignInOutcome.Refused _, SignInOutcome.Suspended _ -> new ChangePassword.Gone();
        };
    }
}
