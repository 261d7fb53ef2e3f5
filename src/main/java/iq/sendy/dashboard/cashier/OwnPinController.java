package iq.sendy.dashboard.cashier;

import iq.sendy.accounts.CheckPassword;
import iq.sendy.accounts.Passwords;
import iq.sendy.cashier.PinDigits;
import iq.sendy.cashier.StaffPins;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own PIN for the counter, set with one's password. */
@PageController
class OwnPinController {

    private final StaffPins pins;
    private final Passwords passwords;
    private final PageReaders readers;

    OwnPinController(StaffPins pins, Passwords passwords, PageReaders readers) {
        this.pins = pins;
        this.passwords = passwords;
        this.readers = readers;
    }

    record OwnPinDraft(
            @Required @Secret String pin, @Required @Secret String password) {}

    @GetMapping(CashierScreens.PIN)
    @Allows(permission = "cashier.view")
    ModelAndView show() {
        return shown(PageForm.empty(), HttpStatus.OK);
    }

    /** What was typed is not shown again. */
    private static ModelAndView shown(PageForm form, HttpStatus status) {
        return new ModelAndView("dashboard/cashier/pin", Map.of("form", form), status);
    }

    @PostMapping(CashierScreens.PIN)
    @Allows(permission = "cashier.view")
    ModelAndView set(
            HttpServletRequest request, HttpServletResponse response, Caller caller, Actor actor, Locale language) {
        var bound = FormBinder.bind(OwnPinDraft.class, request.getParameterMap(), caller.currency());
        var draft = bound.value();
        if (draft.pin() != null && !PinDigits.valid(draft.pin())) {
            bound.problems().add("pin", "field.invalid");
        }
        if (!bound.problems().isEmpty()) {
            return refused(bound.problems(), caller, language);
        }
        var command = new CheckPassword(caller.store(), caller.id(), draft.password(), request.getRemoteAddr());
        return switch (passwords.check(command)) {
            case CheckPassword.Result.Right _ -> {
                pins.set(caller.store(), actor, caller.id(), pins.hash(Digits.toAscii(draft.pin())));
                yield PageRedirect.to(CashierScreens.REGISTER + "?said=cashier.pinSet");
            }
            case CheckPassword.Result.TooManyGuesses(var delay) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(delay));
                var faults = readers.of(caller, language).faults(List.of(Violation.of("rate.exceeded")));
                yield shown(PageForm.empty().withFaults(faults), HttpStatus.TOO_MANY_REQUESTS);
            }
            case Refusal refusal -> {
                bound.problems().addAll(refusal.violations());
                yield refused(bound.problems(), caller, language);
            }
        };
    }

    private ModelAndView refused(Violations problems, Caller caller, Locale language) {
        var faults = readers.of(caller, language).faults(problems.faults());
        return shown(PageForm.empty().withFaults(faults), HttpStatus.BAD_REQUEST);
    }
}
