package iq.sendy.accounts.web;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.ChangePassword;
import iq.sendy.accounts.Passwords;
import iq.sendy.accounts.web.SessionBody.SessionStore;
import iq.sendy.accounts.web.SessionBody.SessionUser;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.stores.Stores;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** User profile: who is signed in, and their password. */
@PublicController(value = "/api/v1/auth", holdsCredentials = true)
class ProfileController {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Stores stores;
    private final SignInAnswers answers;

    ProfileController(Accounts accounts, Passwords passwords, Stores stores, SignInAnswers answers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.stores = stores;
        this.answers = answers;
    }

    record NewPassword(
            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String currentPassword,

            @Required @Secret @Example("\"rayhan-w-nana-12\"")
            String newPassword) {}

    record ProfileBody(SessionUser user, @Nullable SessionStore store) {}

    @PostMapping("/change-password")
    @Allows(permission = Allows.SIGNED_IN)
    @Describes(
            value = "Change one's own password, end every other refresh token and sign in anew",
            refuses = ChangePassword.Result.class)
    Answer<SessionBody> changePassword(@Body Bound<NewPassword> bound, Caller caller, HttpServletRequest request) {
        var sent = bound.value();
        var command = new ChangePassword(
                caller.store(), caller.id(), sent.currentPassword(), sent.newPassword(), request.getRemoteAddr());
        return switch (passwords.change(command)) {
            case ChangePassword.Changed(var session) -> Answer.ok("auth.password", SessionBody.of(session));
            case ChangePassword.NotChanged notChanged -> {
                bound.problems().addAll(notChanged.violations());
                yield Answer.refused(HttpStatus.BAD_REQUEST, bound.problems().faults());
            }
            case ChangePassword.TooOften tooOften -> answers.tooOften(tooOften, tooOften.delay());
            case ChangePassword.Gone gone -> Answer.refused(gone);
        };
    }

    @GetMapping("/me")
    @Allows(permission = Allows.SIGNED_IN)
    @Describes("Who is signed in, and where, read fresh")
    Answer<ProfileBody> show(Caller caller) {
        var profile = accounts.profile(caller.store(), caller.id());
        if (profile.isEmpty()) {
            return Answer.refused(new SignInAnswers.InvalidToken());
        }
        var store = stores.find(caller.store()).orElse(null);
        return Answer.ok("auth.me", new ProfileBody(SessionUser.of(profile.get()), SessionStore.of(store)));
    }
}
