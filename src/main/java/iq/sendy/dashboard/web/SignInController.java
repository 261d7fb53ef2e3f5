package iq.sendy.dashboard.web;

import iq.sendy.accounts.SignIn;
import iq.sendy.accounts.SignIns;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.pages.PageCookies;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out in a browser, with the services, throttles and refusals of the API. */
@PageController
class SignInController {

    private static final String VIEW = "dashboard/sign-in";

    private final SignIns signIns;
    private final PageCookies cookies;

    SignInController(SignIns signIns, PageCookies cookies) {
        this.signIns = signIns;
        this.cookies = cookies;
    }

    @GetMapping(DashboardPaths.SIGN_IN)
    @Allows(permission = Allows.ANYONE)
    ModelAndView show(
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        var wanted = DashboardPaths.ours(next);
        return caller == null ? new ModelAndView(VIEW, "form", SignInForm.empty(wanted)) : PageRedirect.to(wanted);
    }

    @PostMapping(DashboardPaths.SIGN_IN)
    @Allows(permission = Allows.ANYONE)
    ModelAndView signIn(
            @RequestParam(name = "phone", defaultValue = "") String phone,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = DashboardPaths.ours(next);
        var parsed = Phone.parse(phone);
        var secret = InputText.beyondSecret(password) ? "" : InputText.secret(password);
        if (parsed.isEmpty() || secret.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, new SignInForm(phone, wanted, wrong(phone, parsed, secret), "", ""));
        }
        var command = new SignIn(parsed.get(), secret, request.getRemoteAddr());
        return switch (signIns.signInBrowser(command)) {
            case SignIn.SignedIn(var session) -> {
                cookies.session(request).ifPresent(signIns::signOut);
                cookies.signIn(response, session.refreshToken());
                yield PageRedirect.to(wanted);
            }
            case SignIn.Failed() -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Cookie realm=\"sendy\"");
                yield refused(HttpStatus.UNAUTHORIZED, refusal(phone, wanted, "signIn.failed", ""));
            }
            case SignIn.TooOften(var wait) -> {
                var seconds = RetryAfter.seconds(wait);
                response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
                yield refused(HttpStatus.TOO_MANY_REQUESTS, refusal(phone, wanted, "signIn.tooOften", seconds));
            }
            case SignIn.StoreSuspended() ->
                refused(HttpStatus.FORBIDDEN, refusal(phone, wanted, "signIn.suspended", ""));
        };
    }

    @PostMapping(DashboardPaths.SIGN_OUT)
    @Allows(permission = Allows.ANYONE)
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(signIns::signOut);
        cookies.signOut(response);
        return PageRedirect.to(DashboardArea.FRONT);
    }

    private static Map<String, String> wrong(String phone, Optional<Phone> parsed, String secret) {
        var wrong = new HashMap<String, String>();
        if (parsed.isEmpty()) {
            wrong.put("phone", phone.isBlank() ? "signIn.phone.missing" : "signIn.phone.invalid");
        }
        if (secret.isEmpty()) {
            wrong.put("password", "signIn.password.missing");
        }
        return wrong;
    }

    private static SignInForm refusal(String phone, String next, String refusal, String argument) {
        return new SignInForm(phone, next, Map.of(), refusal, argument);
    }

    private static ModelAndView refused(HttpStatus status, SignInForm form) {
        return new ModelAndView(VIEW, Map.of("form", form), status);
    }
}
