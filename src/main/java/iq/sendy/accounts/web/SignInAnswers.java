package iq.sendy.accounts.web;

import iq.sendy.accounts.SignIn;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.limits.LimitMeters;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Answers of signing in, and of what is throttled as it is. */
@Component
class SignInAnswers {

    /** Failed to sign in; nobody is told which of the two is wrong. */
    @RefusedWith(status = 401, code = "auth.failed")
    record WrongCredentials() implements Refusal {}

    /** Unknown, used before, too old, or of somebody who is gone. */
    @RefusedWith(status = 401, code = "auth.invalid")
    record InvalidToken() implements Refusal {}

    private final LimitMeters limits;

    SignInAnswers(LimitMeters limits) {
        this.limits = limits;
    }

    Answer<SessionBody> of(SignIn.Result result, String message, Refusal failed) {
        return switch (result) {
            case SignIn.SignedIn(var session) -> Answer.ok(message, SessionBody.of(session));
            case SignIn.Failed() -> Answer.refused(failed);
            case SignIn.TooOften tooOften -> tooOften(tooOften, tooOften.delay());
            case SignIn.StoreSuspended suspended -> Answer.refused(suspended);
        };
    }

    Answer<SessionBody> tooOften(Refusal refusal, Duration wait) {
        limits.refused(LimitMeters.Limit.SIGN_IN);
        return Answer.refused(refusal, wait);
    }
}
