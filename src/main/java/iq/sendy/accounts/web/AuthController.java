package iq.sendy.accounts.web;

import iq.sendy.accounts.Register;
import iq.sendy.accounts.Registrations;
import iq.sendy.accounts.SignIn;
import iq.sendy.accounts.SignIns;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;

/** Registration, sign-in, token refresh and sign-out. */
@PublicController(value = "/api/v1/auth", holdsCredentials = true)
class AuthController {

    private final Registrations registrations;
    private final RegistrationViolations violations;
    private final SignIns signIns;
    private final SignInAnswers answers;

    AuthController(
            Registrations registrations, RegistrationViolations violations, SignIns signIns, SignInAnswers answers) {
        this.registrations = registrations;
        this.violations = violations;
        this.signIns = signIns;
        this.answers = answers;
    }

    record Credentials(
            @Required @Example("\"07701234567\"") Phone phone,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password) {}

    record RefreshTokenBody(
            @Required @Text(Text.TOKEN) @Example("\"rt_5m2Xq8VbN2xKcW6yLrJ0pZeA4tQh8sVb\"")
            String refreshToken) {}

    @PostMapping("/register")
    @Describes(value = "Open a store with its owner, and sign the owner in", refuses = Register.Result.class)
    Answer<SessionBody> register(@Body Bound<Registration> bound, HttpServletRequest request) {
        violations.add(bound);
        return switch (registrations.register(bound.valid().command(request))) {
            case Register.Registered(var session) -> Answer.ok("auth.registered", SessionBody.of(session));
            case Register.Taken taken -> Answer.refused(taken);
        };
    }

    @PostMapping("/login")
    @Describes(
            value = "Sign in with phone and password",
            refuses = {SignInAnswers.WrongCredentials.class, SignIn.Result.class})
    Answer<SessionBody> login(@Body Bound<Credentials> bound, HttpServletRequest request) {
        var body = bound.valid();
        var result = signIns.signIn(new SignIn(body.phone(), body.password(), request.getRemoteAddr()));
        return answers.of(result, "auth.login", new SignInAnswers.WrongCredentials());
    }

    @PostMapping("/refresh")
    @Describes(
            value = "Take a refresh token for the next one; a used one ends its whole family",
            refuses = {SignInAnswers.InvalidToken.class, SignIn.StoreSuspended.class})
    Answer<SessionBody> refresh(@Body Bound<RefreshTokenBody> bound) {
        return answers.of(
                signIns.refresh(bound.valid().refreshToken()), "auth.refreshed", new SignInAnswers.InvalidToken());
    }

    @PostMapping("/logout")
    @Describes("End the family of a refresh token; an unknown one is no matter")
    Answer<Void> logout(@Body Bound<RefreshTokenBody> bound) {
        signIns.signOut(bound.valid().refreshToken());
        return Answer.ok("auth.logout", null);
    }
}
