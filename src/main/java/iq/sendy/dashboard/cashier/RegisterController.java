package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.CheckPin;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.cashier.OpenSession;
import iq.sendy.cashier.StaffPins;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RetryAfter;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The register: a session is opened, and then a script sells in it, with what is kept here for it at hand. */
@PageController
class RegisterController {

    /** The one page that reads barcodes with the camera, where a browser can. */
    private static final String MAIN = "cashier.register." + CashierSession.DEFAULT_REGISTER;

    private static final String LENDS_CAMERA = "camera=(self), microphone=(), geolocation=()";

    private final CashierSessions sessions;
    private final CounterSettings settings;
    private final StaffPins pins;
    private final CounterGoods goods;
    private final PageReaders readers;

    RegisterController(
            CashierSessions sessions,
            CounterSettings settings,
            StaffPins pins,
            CounterGoods goods,
            PageReaders readers) {
        this.sessions = sessions;
        this.settings = settings;
        this.pins = pins;
        this.goods = goods;
        this.readers = readers;
    }

    record OpeningDraft(
            @Required @Amount Long openingCash,
            @Text(Text.NAME) @Nullable String registerName,
            @Secret @Nullable String pin) {}

    @GetMapping(CashierScreens.REGISTER)
    @Allows(permission = "cashier.view")
    ModelAndView show(HttpServletResponse response, Caller caller, Locale language) {
        var found = settings.of(caller.store(), caller.currency());
        var open = sessions.current(caller.store(), caller.id(), null);
        if (open.isEmpty()) {
            var reader = readers.of(caller, language);
            return opening(
                    caller,
                    found,
                    PageForm.empty()
                            .with("openingCash", reader.typed(found.openingCashDefault()))
                            .with("registerName", reader.say(MAIN)),
                    HttpStatus.OK);
        }
        response.setHeader("Permissions-Policy", LENDS_CAMERA);
        var model = model(caller, found);
        model.put("shift", open.get().session());
        model.put("maySell", caller.missing("orders.manage", "orders:write") == null);
        model.put("mayLook", caller.missing("orders.view", "orders:read") == null);
        model.put("mayPrice", caller.missing("products.manage", "catalog:write") == null);
        model.put("store", caller.store().value());
        return new ModelAndView("dashboard/cashier/register", model);
    }

    private static Map<String, Object> model(Caller caller, CashierSettings found) {
        var model = new HashMap<String, Object>();
        model.put("settings", found);
        model.put("mayManage", caller.missing("cashier.manage", "cashier:write") == null);
        return model;
    }

    private static ModelAndView opening(Caller caller, CashierSettings found, PageForm form, HttpStatus status) {
        var model = model(caller, found);
        model.put("form", form);
        return new ModelAndView("dashboard/cashier/open", model, status);
    }

    /** Its word in the reader's language is the one that nobody has named yet. */
    private static String register(@Nullable String typed, PageReader reader) {
        return typed == null || typed.equals(reader.say(MAIN)) ? CashierSession.DEFAULT_REGISTER : typed;
    }

    @PostMapping(CashierScreens.SESSIONS)
    @Allows(permission = "cashier.manage")
    ModelAndView open(
            HttpServletRequest request, HttpServletResponse response, Caller caller, Actor actor, Locale language) {
        var form = PageForm.empty()
                .with("openingCash", request.getParameter("openingCash"))
                .with("registerName", request.getParameter("registerName"));
        var bound = FormBinder.bind(OpeningDraft.class, request.getParameterMap(), caller.currency());
        var reader = readers.of(caller, language);
        var found = settings.of(caller.store(), caller.currency());
        if (!bound.problems().isEmpty()) {
            var faults = reader.faults(bound.problems().faults());
            return opening(caller, found, form.withFaults(faults), HttpStatus.BAD_REQUEST);
        }
        var draft = bound.value();
        var typed = draft.pin();
        var pin = new CheckPin(caller.store(), caller.id(), typed == null ? null : Digits.toAscii(typed));
        if (found.requirePin() && pins.check(pin) instanceof Refusal refusal) {
            if (refusal instanceof CheckPin.Result.PinLocked(var delay)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(delay));
            }
            return opening(
                    caller,
                    found,
                    form.withFaults(reader.faults(refusal.violations())),
                    HttpStatus.valueOf(refusal.declared().status()));
        }
        var register = register(draft.registerName(), reader);
        var command =
                new OpenSession(register, draft.openingCash(), caller.currency(), found.requirePin() ? null : pin);
        return switch (sessions.open(caller.store(), actor, command)) {
            case OpenSession.Result.Opened _ -> PageRedirect.to(CashierScreens.REGISTER + "?said=cashier.opened");
            // Tapped twice, or by two: one of them opened it, and both sell there.
            case OpenSession.Result.OpenAlready _ ->
                PageRedirect.to(CashierScreens.REGISTER + "?said=cashier.openAlready");
            case OpenSession.Result.PinWanted wanted ->
                opening(
                        caller,
                        settings.of(caller.store(), caller.currency()),
                        form.withFaults(reader.faults(wanted.violations())),
                        HttpStatus.BAD_REQUEST);
        };
    }

    /** What is for sale, for the register to keep: all of it, in as many parts as it takes. */
    @GetMapping(CashierScreens.GOODS)
    @Allows(permission = "cashier.view")
    ModelAndView goods(Paging paging, Caller caller) {
        return new ModelAndView("dashboard/cashier/goods", "shelf", goods.shelf(caller, paging));
    }
}
