package iq.sendy.identity;

import iq.sendy.identity.SignInTransactions.Came;
import iq.sendy.identity.model.Carrier;
import iq.sendy.identity.model.RefreshToken;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.RunAsTenant;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sign-in, token refresh and sign-out. Signing in, going on and leaving. Passwords are hashed between the transactions
 * and not in them.
 */
@Component
class SignInFlow {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFlow.class);

    /** Where an unknown phone is looked up, so that it costs what a known one does. */
    private static final MemberStore.Login NOBODY = new MemberStore.Login(StoreId.PLATFORM, new UUID(0, 0));

    private final SignInTransactions steps;
    private final LoginThrottling loginThrottling;
    private final FailedSignIns failures;
    private final PasswordHashing passwordHashing;
    private final AccessTokens tokens;
    private final RunAsTenant stores;

    SignInFlow(
            SignInTransactions steps,
            LoginThrottling loginThrottling,
            FailedSignIns failures,
            PasswordHashing passwordHashing,
            AccessTokens tokens,
            RunAsTenant stores) {
        this.steps = steps;
        this.loginThrottling = loginThrottling;
        this.failures = failures;
        this.passwordHashing = passwordHashing;
        this.tokens = tokens;
        this.stores = stores;
    }

    SignInResult signIn(SignIn command, Carrier carrier) {
        var attempt = loginThrottling.take(command.phone().value(), command.ip());
        if (attempt.refused()) {
            failures.refused(command.phone(), command.ip());
            return new SignInResult.TooOften(attempt.delay());
        }
        var login = judged(attempt, () -> steps.login(command.phone())).orElse(NOBODY);
        var member = judged(attempt, () -> stores.in(login.store(), () -> steps.member(login.store(), login.member())));
        var hash = member.map(MemberStore.Kept::passwordHash).orElse(null);
        var right = judged(attempt, () -> passwordHashing.matches(command.password(), hash));
        if (!right || hash == null || !member.get().view().active()) {
            failures.wrong(command.phone(), command.ip());
            var told = loginThrottling.wrong(attempt);
            return told.isZero() ? new SignInResult.Failed() : new SignInResult.TooOften(told);
        }
        loginThrottling.right(attempt);
        var better = passwordHashing.outdated(hash) ? passwordHashing.hash(command.password()) : null;
        return result(stores.in(
                login.store(), () -> steps.begin(login.store(), login.member(), hash, better, command.ip(), carrier)));
    }

    SignInResult refresh(String sent) {
        var token = RefreshToken.parse(sent);
        return token.isEmpty()
                ? new SignInResult.Failed()
                : result(stores.in(token.get().store(), () -> steps.refresh(token.get())));
    }

    void leave(String sent) {
        RefreshToken.parse(sent).ifPresent(token -> stores.in(token.store(), () -> steps.end(token)));
    }

    ChangePasswordResult change(ChangePassword command) {
        var member = steps.member(command.store(), command.member());
        if (member.isEmpty()) {
            return new ChangePasswordResult.Gone();
        }
        var current = command.current();
        var next = command.next();
        var phone = Phone.parse(member.get().view().phone());
        var weak = next != null && passwordHashing.weak(next, phone.orElse(null));
        var hash = member.get().passwordHash();
        // Counted apart from signing in: whoever holds a stolen token must not hold up its owner's sign-in.
        var account = "password of " + command.member();
        if (current == null) {
            return new ChangePasswordResult.NotChanged(false, weak);
        }
        var attempt = loginThrottling.take(account, command.ip());
        if (attempt.refused()) {
            return new ChangePasswordResult.TooOften(attempt.delay());
        }
        if (!judged(attempt, () -> passwordHashing.matches(current, hash))) {
            LOG.info("A change of the password of {} from {} failed", command.member(), command.ip());
            var told = loginThrottling.wrong(attempt);
            return told.isZero()
                    ? new ChangePasswordResult.NotChanged(true, weak)
                    : new ChangePasswordResult.TooOften(told);
        }
        loginThrottling.right(attempt);
        if (next == null || weak) {
            return new ChangePasswordResult.NotChanged(false, weak);
        }
        var newHash = passwordHashing.hash(next);
        return switch (steps.change(command.store(), command.member(), hash, newHash, command.ip())) {
            case Came.In in -> new ChangePasswordResult.Changed(session(in));
            case Came.Refused _, Came.Suspended _ -> new ChangePasswordResult.Gone();
        };
    }

    /** What could not be judged, since we are busy or broken, is no guess. */
    private <T> T judged(LoginThrottling.Attempt attempt, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException trouble) {
            loginThrottling.giveBack(attempt);
            throw trouble;
        }
    }

    private SignInResult result(Came came) {
        return switch (came) {
            case Came.In in -> new SignInResult.SignedIn(session(in));
            case Came.Refused _ -> new SignInResult.Failed();
            case Came.Suspended _ -> new SignInResult.StoreSuspended();
        };
    }

    Session session(Came.In in) {
        return new Session(
                tokens.issue(in.store(), in.member().view(), in.member().version()),
                in.token().onWire(),
                AccessTokens.LIFE.toSeconds(),
                in.member().view(),
                in.where());
    }
}
