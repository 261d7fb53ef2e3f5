package iq.sendy.accounts.web;

import iq.sendy.accounts.SignIn;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.LimitMeters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers of signing in, and of what is throttled as it is. */
@Component
class SignInAnswers {

    private final LimitMeters limits;

    SignInAnswers(LimitMeters limits) {
        this.limits = limits;
    }

    Answer<SessionBody> of(SignIn.Result result, String message, String failed) {
        return switch (result) {
            case SignIn.SignedIn(var session) -> Answer.ok(message, SessionBody.of(session));
            case SignIn.Failed() -> Answer.refused(HttpStatus.UNAUTHORIZED, Violation.of(failed));
            case SignIn.TooOften(var wait) -> tooOften(wait);
            case SignIn.StoreSuspended() -> Answer.refused(HttpStatus.FORBIDDEN, Violation.of("store.suspended"));
        };
    }

    Answer<SessionBody> tooOften(Duration wait) {
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
