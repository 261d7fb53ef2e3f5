package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.PageChoice;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageLanguage;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.stores.SaveSettings;
import iq.sendy.stores.Settings;
import iq.sendy.stores.SettingsRequest;
import iq.sendy.stores.StoreSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a store has decided: its money, its clock, its fee, and how it takes orders. */
@PageController
class StoreSettingsController {

    private static final String VIEW = "dashboard/settings/store";

    /** Where shops and their owners are, the most likely first; another one that a program has set stays on offer. */
    private static final List<String> ZONES = List.of(
            "Asia/Baghdad",
            "Asia/Tehran",
            "Europe/Istanbul",
            "Asia/Damascus",
            "Asia/Amman",
            "Asia/Kuwait",
            "Asia/Riyadh",
            "Asia/Dubai",
            "Asia/Qatar",
            "Asia/Beirut",
            "Africa/Cairo",
            "Europe/London",
            "Europe/Berlin",
            "UTC");

    private static final List<String> COUNTRIES =
            List.of("IQ", "IR", "TR", "SY", "JO", "KW", "SA", "AE", "QA", "LB", "EG", "GB", "DE", "US");

    private static final DateTimeFormatter FROM_GREENWICH = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

    private final Settings settings;
    private final PageReaders readers;

    StoreSettingsController(Settings settings, PageReaders readers) {
        this.settings = settings;
        this.readers = readers;
    }

    @GetMapping(SettingsPaths.STORE)
    @Allows(permission = "settings.view", scope = "settings:read")
    ModelAndView show(Caller caller, Locale language) {
        var found = settings.of(caller.store());
        var reader = readers.of(caller, language);
        var model = model(caller, found, reader);
        model.put("form", form(found, reader));
        return new ModelAndView(VIEW, model);
    }

    /** Makes the settings where there are none. */
    @PostMapping(SettingsPaths.STORE)
    @Allows(permission = "settings.manage", scope = "settings:write")
    ModelAndView save(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var sent = request.getParameterMap();
        var reader = readers.of(caller, language);
        var before = settings.find(caller.store());
        var bound = FormBinder.bind(SettingsRequest.class, sent, caller.currency());
        bound.value().checkFee(caller.currency(), bound.problems());
        var model = model(caller, before.orElse(StoreSettings.DEFAULTS), reader);
        if (!bound.problems().isEmpty()) {
            return SettingsForms.wrong(VIEW, model, sent, bound.problems().faults(), reader);
        }
        var saved = before.isEmpty()
                ? settings.create(caller.store(), actor, bound.value())
                : settings.change(caller.store(), actor, bound.value());
        return switch (saved) {
            case SaveSettings.Result.Saved _ -> PageRedirect.to(SettingsPaths.STORE + "?said=settings.saved");
            case Refusal refusal -> SettingsForms.refused(VIEW, model, sent, refusal, reader);
        };
    }

    private static Map<String, Object> model(Caller caller, StoreSettings found, PageReader reader) {
        return new HashMap<>(Map.of(
                "manages",
                caller.missing("settings.manage", "settings:write") == null,
                "currencies",
                Arrays.stream(Currency.values())
                        .map(one -> new PageChoice(one.name(), reader.say("currency." + one) + " (" + one + ")"))
                        .toList(),
                "languages",
                Arrays.stream(PageLanguage.values())
                        .map(one -> new PageChoice(one.tag(), one.ownName()))
                        .toList(),
                "zones",
                offered(ZONES, found.zone().getId())
                        .map(zone -> new PageChoice(zone, clock(zone, reader)))
                        .toList(),
                "countries",
                offered(COUNTRIES, found.countryCode())
                        .map(code -> new PageChoice(code, Locale.of("", code).getDisplayCountry(reader.language())))
                        .toList()));
    }

    /** {@code بغداد (GMT+3)}, as far from Greenwich as it is now. */
    private static String clock(String zone, PageReader reader) {
        var city = zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
        var word = Objects.requireNonNullElse(reader.sayIfKnown("zone." + zone), city);
        return word + " (\u2066" + FROM_GREENWICH.format(reader.now().atZone(ZoneId.of(zone))) + "\u2069)";
    }

    private static Stream<String> offered(List<String> usual, String present) {
        return Stream.concat(usual.stream(), Stream.of(present)).distinct();
    }

    private static PageForm form(StoreSettings found, PageReader reader) {
        return PageForm.ofStored()
                .with("currencyCode", found.currency().name())
                .with("timezone", found.zone().getId())
                .with("industry", found.industry())
                .with("countryCode", found.countryCode())
                .with("language", found.language())
                .with("defaultDeliveryFee", reader.typed(found.defaultDeliveryFee()))
                .with("pickupAddress", found.pickupAddress())
                .with("requireOrderConfirmation", found.requireOrderConfirmation())
                .with("uniqueExternalRef", found.uniqueExternalRef())
                .with("askForPrice", found.askForPrice())
                .with("defaultWeightGrams", found.defaultWeightGrams())
                .with("lowStockThreshold", found.lowStockThreshold());
    }
}
