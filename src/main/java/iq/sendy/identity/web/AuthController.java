package iq.sendy.identity.web;

import iq.sendy.identity.ChangePassword;
import iq.sendy.identity.ChangePasswordResult;
import iq.sendy.identity.Identities;
import iq.sendy.identity.Register;
import iq.sendy.identity.RegisterResult;
import iq.sendy.identity.SignIn;
import iq.sendy.identity.SignInResult;
import iq.sendy.identity.web.SessionBody.StoreBody;
import iq.sendy.identity.web.SessionBody.UserBody;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.limits.LimitMeters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Opening a store, signing in, going on and leaving. */
@PublicController("/api/v1/auth")
class AuthController {

    private final Identities identities;
    private final StoreViolations faults;
    private final LimitMeters limits;

    AuthController(Identities identities, StoreViolations faults, LimitMeters limits) {
        this.identities = identities;
        this.faults = faults;
        this.limits = limits;
    }

    record Registration(
            @Required @Text(Text.NAME) @Example("\"Flora Baghdad\"")
            String storeName,

            @Text(50) @Nullable String slug,

            @Required @Text(Text.NAME) @Example("\"نور حسين\"")
            String ownerName,

            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record Login(
            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record Token(
            @Required @Text(Text.TOKEN) @Example("\"rt_5m2Xq8VbN2xKcW6yLrJ0pZeA4tQh8sVb\"")
            String refreshToken) {}

    record NewPassword(
            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String currentPassword,

            @Required @Secret @Example("\"rayhan-w-nana-12\"")
            String newPassword) {}

    record Me(UserBody user, @Nullable StoreBody store) {}

    @PostMapping("/register")
    @Describes(
            value = "Opens a store with its owner and signs the owner in.",
            refuses = {"400 password.weak", "400 slug.invalid", "400 slug.reserved", "409 phone.taken", "409 slug.taken"
            })
    Answer<SessionBody> register(@Body Bound<Registration> bound, HttpServletRequest request) {
        var sent = bound.value();
        faults.slug(sent.slug(), bound.problems());
        faults.password("password", sent.password(), sent.phone(), bound.problems());
        var body = bound.valid();
        var command = new Register(
                body.storeName(),
                body.slug(),
                body.ownerName(),
                body.phone(),
                body.password(),
                request.getRemoteAddr());
        return switch (identities.register(command)) {
            case RegisterResult.Registered(var session) -> Answer.ok("auth.registered", SessionBody.of(session));
            case RegisterResult.Taken(var phone, var slug) ->
                Answer.refused(HttpStatus.CONFLICT, StoreViolations.taken(phone, slug));
        };
    }

    @PostMapping("/login")
    @Describes(
            value = "Signs in with phone and password.",
            refuses = {"401 auth.failed", "403 store.suspended", "429 rate.exceeded"})
    Answer<SessionBody> login(@Body Bound<Login> bound, HttpServletRequest request) {
        var body = bound.valid();
        var came = identities.signIn(new SignIn(body.phone(), body.password(), request.getRemoteAddr()));
        return session(came, "auth.login", "auth.failed");
    }

    @PostMapping("/refresh")
    @Describes(
            value = "Takes a refresh token for the next one; a used one ends its whole family.",
            refuses = {"401 auth.invalid", "403 store.suspended"})
    Answer<SessionBody> refresh(@Body Bound<Token> bound) {
        return session(identities.refresh(bound.valid().refreshToken()), "auth.refreshed", "auth.invalid");
    }

    @PostMapping("/logout")
    @Describes("Ends the family of a refresh token; an unknown one is no matter.")
    Answer<Void> logout(@Body Bound<Token> bound) {
        identities.leave(bound.valid().refreshToken());
        return Answer.ok("auth.logout", null);
    }

    @PostMapping("/change-password")
    @Allows(permission = Allows.SIGNED_IN)
    @Describes(
            value = "Changes one's own password, ends every other refresh token and signs in anew.",
            refuses = {"400 password.wrong", "400 password.weak", "429 rate.exceeded"})
    Answer<SessionBody> changePassword(@Body Bound<NewPassword> bound, Caller caller, HttpServletRequest request) {
        var sent = bound.value();
        var command = new ChangePassword(
                caller.store(), caller.id(), sent.currentPassword(), sent.newPassword(), request.getRemoteAddr());
        return switch (identities.changePassword(command)) {
            case ChangePasswordResult.Changed(var session) -> Answer.ok("auth.password", SessionBody.of(session));
            case ChangePasswordResult.NotChanged(var wrong, var weak) -> {
                if (wrong) {
                    bound.problems().add("currentPassword", "password.wrong");
                }
                if (weak) {
                    bound.problems().add("newPassword", "password.weak");
                }
                yield Answer.refused(HttpStatus.BAD_REQUEST, bound.problems().faults());
            }
            case ChangePasswordResult.TooOften(var wait) -> tooOften(wait);
            case ChangePasswordResult.Gone() -> Answer.refused(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
        };
    }

    @GetMapping("/me")
    @Allows(permission = Allows.SIGNED_IN)
    @Describes("Who is signed in, and where, read fresh.")
    Answer<Me> me(Caller caller) {
        var member = identities.member(caller.store(), caller.id());
        if (member.isEmpty()) {
            return Answer.refused(HttpStatus.UNAUTHORIZED, Violation.of("auth.invalid"));
        }
        var store = identities.storeOf(caller.store()).orElse(null);
        return Answer.ok("auth.me", new Me(UserBody.of(member.get()), StoreBody.of(store)));
    }

    private Answer<SessionBody> session(SignInResult came, String message, String failed) {
        return switch (came) {
            case SignInResult.SignedIn(var session) -> Answer.ok(message, SessionBody.of(session));
            case SignInResult.Failed() -> Answer.refused(HttpStatus.UNAUTHORIZED, Violation.of(failed));
            case SignInResult.TooOften(var wait) -> tooOften(wait);
            case SignInResult.StoreSuspended() -> Answer.refused(HttpStatus.FORBIDDEN, Violation.of("store.suspended"));
        };
    }

    private Answer<SessionBody> tooOften(Duration wait) {
        limits.refused(LimitMeters.Limit.SIGN_IN);
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Answer<>(
                HttpStatus.TOO_MANY_REQUESTS,
                "rate.exceeded",
                null,
                List.of(Violation.of("rate.exceeded")),
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
}
