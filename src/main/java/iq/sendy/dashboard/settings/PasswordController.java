package iq.sendy.dashboard.settings;

import iq.sendy.accounts.ChangePassword;
import iq.sendy.accounts.Passwords;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageCookies;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own password. Every other sign-in ends, and this browser is signed in anew. */
@PageController
class PasswordController {

    private static final String VIEW = "dashboard/settings/password";

    private final Passwords passwords;
    private final PageCookies cookies;
    private final PageReaders readers;

    PasswordController(Passwords passwords, PageCookies cookies, PageReaders readers) {
        this.passwords = passwords;
        this.cookies = cookies;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.PASSWORD)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView show() {
        return new ModelAndView(VIEW, "form", PageForm.empty());
    }

    @PostMapping(SettingsPaths.PASSWORD)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView change(HttpServletRequest request, HttpServletResponse response, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(PasswordDraft.class, request.getParameterMap(), caller.currency());
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW, Map.of(), Map.of(), bound.problems().faults(), reader);
        }
        var command = new ChangePassword(
                caller.store(),
                caller.id(),
                bound.value().currentPassword(),
                bound.value().newPassword(),
                request.getRemoteAddr());
        return switch (passwords.changeInBrowser(command)) {
            case ChangePassword.Changed(var session) -> {
                cookies.signIn(response, session.refreshToken());
                yield PageRedirect.to(SettingsPaths.SETTINGS + "?said=password.changed");
            }
            case ChangePassword.NotChanged notChanged ->
                SettingsForms.refused(VIEW, Map.of(), Map.of(), notChanged, reader);
            case ChangePassword.TooOften tooOften -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(tooOften.delay()));
                yield SettingsForms.refused(VIEW, Map.of(), Map.of(), tooOften, reader);
            }
            case ChangePassword.Gone gone -> SettingsForms.refused(VIEW, Map.of(), Map.of(), gone, reader);
        };
    }
}
