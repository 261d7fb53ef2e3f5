package iq.sendy.accounts;

import iq.sendy.accounts.SignInTransactions.SignInOutcome;
import iq.sendy.accounts.SignInTransactions.VerifiedMember;
import iq.sendy.accounts.model.Carrier;
import iq.sendy.accounts.model.RefreshToken;
import iq.sendy.accounts.store.MemberStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.RunAsTenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Sign-in, token refresh and sign-out, and whose a token or a session is. Passwords are hashed between the transactions
 * and not in them.
 */
@Service
public class SignIns {

    /** Where an unknown phone is looked up, so that it costs what a known one does. */
    private static final MemberStore.PhoneOwner NOBODY = new MemberStore.PhoneOwner(StoreId.PLATFORM, new UUID(0, 0));

    private final SignInTransactions transactions;
    private final LoginThrottling loginThrottling;
    private final FailedSignIns failures;
    private final PasswordHashing passwordHashing;
    private final AccessTokens tokens;
    private final RunAsTenant tenants;

    SignIns(
            SignInTransactions transactions,
            LoginThrottling loginThrottling,
            FailedSignIns failures,
            PasswordHashing passwordHashing,
            AccessTokens tokens,
            RunAsTenant tenants) {
        this.transactions = transactions;
        this.loginThrottling = loginThrottling;
        this.failures = failures;
        this.passwordHashing = passwordHashing;
        this.tokens = tokens;
        this.tenants = tenants;
    }

    public SignIn.Result signIn(SignIn command) {
        return signIn(command, Carrier.PROGRAM);
    }

    /** As {@link #signIn}, with a refresh token that a browser keeps in its cookie and that nobody can take for another. */
    public SignIn.Result signInBrowser(SignIn command) {
        return signIn(command, Carrier.BROWSER);
    }

    private SignIn.Result signIn(SignIn command, Carrier carrier) {
        var attempt = loginThrottling.attempt(command.phone().value(), command.ip());
        if (attempt.refused()) {
            failures.refused(command.phone(), command.ip());
            return new SignIn.TooOften(attempt.delay());
        }
        var owner = loginThrottling
                .judge(attempt, () -> transactions.ownerOf(command.phone()))
                .orElse(NOBODY);
        var member = loginThrottling.judge(
                attempt, () -> tenants.in(owner.store(), () -> transactions.member(owner.store(), owner.member())));
        var hash = member.map(MemberStore.StoredMember::passwordHash).orElse(null);
        var right = loginThrottling.judge(attempt, () -> passwordHashing.matches(command.password(), hash));
        if (!right || hash == null || !member.get().view().active()) {
            failures.failed(command.phone(), command.ip());
            var told = loginThrottling.failed(attempt);
            return told.isZero() ? new SignIn.Failed() : new SignIn.TooOften(told);
        }
        loginThrottling.succeeded(attempt);
        var stronger =
                passwordHashing.outdated(hash) ? new PasswordHash(passwordHashing.hash(command.password())) : null;
        var verified = new VerifiedMember(owner.store(), owner.member(), hash, command.ip());
        return result(tenants.in(owner.store(), () -> transactions.begin(verified, stronger, carrier)));
    }

    /** Takes a refresh token for the next one. */
    public SignIn.Result refresh(String refreshToken) {
        var token = RefreshToken.parse(refreshToken);
        return token.isEmpty()
                ? new SignIn.Failed()
                : result(tenants.in(token.get().store(), () -> transactions.refresh(token.get())));
    }

    private SignIn.Result result(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Granted granted -> new SignIn.SignedIn(tokens.session(granted));
            case SignInOutcome.Refused _ -> new SignIn.Failed();
            case SignInOutcome.Suspended _ -> new SignIn.StoreSuspended();
        };
    }

    /** Ends the family of a refresh token; an unknown one is no matter. */
    public void signOut(String refreshToken) {
        RefreshToken.parse(refreshToken).ifPresent(token -> tenants.in(token.store(), () -> transactions.end(token)));
    }

    /** Signs everybody of a store out: nobody refreshes any more. */
    public void endAll(StoreId store) {
        tenants.in(store, () -> transactions.endAll(store));
    }

    /** Whom an access token of ours names; empty when anything at all is wrong with it. It asks no database. */
    public Optional<TokenSubject> verify(String accessToken) {
        return tokens.read(accessToken);
    }

    /** Whose browser carries this refresh token in its cookie, read fresh; empty when it ended or never began. */
    public Optional<BrowserSession> browserSession(String refreshToken) {
        return RefreshToken.parse(refreshToken)
                .flatMap(token -> CurrentTenant.in(token.store(), () -> transactions.browsing(token))
                        .map(member -> new BrowserSession(token.store(), member)));
    }

    /** Clears away attempts that count no more. */
    public void deleteExpired() {
        loginThrottling.deleteExpired();
    }
}
