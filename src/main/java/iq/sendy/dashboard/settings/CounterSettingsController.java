package iq.sendy.dashboard.settings;

import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a shop has decided for its counter. */
@PageController
class CounterSettingsController {

    private static final String VIEW = "dashboard/settings/cashier";

    private final CounterSettings settings;
    private final PageReaders readers;

    CounterSettingsController(CounterSettings settings, PageReaders readers) {
        this.settings = settings;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.CASHIER)
    @Allows(permission = "cashier.view", scope = "cashier:read")
    ModelAndView show(Caller caller, Locale language) {
        var found = settings.of(caller.store(), caller.currency());
        var form = form(found, readers.of(caller, language));
        return new ModelAndView(VIEW, Map.of("form", form, "manages", manages(caller)));
    }

    @PostMapping(SettingsPaths.CASHIER)
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    ModelAndView save(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var bound = FormBinder.bind(CashierDraft.class, sent, caller.currency());
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(
                    VIEW,
                    Map.of("manages", manages(caller)),
                    sent,
                    bound.problems().faults(),
                    readers.of(caller, language));
        }
        var defaults = CashierSettings.defaults(caller.currency());
        settings.change(
                caller.store(),
                actor,
                caller.currency(),
                before -> bound.value().over(before, defaults));
        return PageRedirect.to(SettingsPaths.CASHIER + "?said=settings.saved");
    }

    private static boolean manages(Caller caller) {
        return caller.missing("cashier.manage", "cashier:write") == null;
    }

    private static PageForm form(CashierSettings found, PageReader reader) {
        return PageForm.ofStored()
                .with("requirePin", found.requirePin())
                .with("openingCashDefault", reader.typed(found.openingCashDefault()))
                .with("receiptFooterNote", found.receiptFooterNote())
                .with("cashRounding", reader.typed(found.cashRounding()));
    }
}
