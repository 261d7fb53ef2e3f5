package iq.sendy.stores.web;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.stores.SaveSettings;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Settings of a store: make, read and change. */
@StoreController
class SettingsController {

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    enum Language {
        AR("ar"),
        CKB("ckb"),
        EN("en");

        private final String word;

        Language(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Both to make the settings and to change them: a field left out has its default, or keeps its value. */
    @RefusedWith(code = "money.fraction")
    record SettingsRequest(
            @Example("\"IQD\"") Patch<Currency> currencyCode,

            @Text(Text.REFERENCE) @Example("\"Asia/Baghdad\"")
            Patch<String> timezone,

            @Text(Text.NAME) @Example("\"flowers\"") Patch<String> industry,
            @Text(Text.REFERENCE) @Example("\"IQ\"") Patch<String> countryCode,
            @Example("\"ar\"") Patch<Language> language,

            @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("5000")
            Patch<BigDecimal> defaultDeliveryFee,

            @Text(Text.ADDRESS) @Example("\"بغداد، الكرادة\"")
            Patch<String> pickupAddress,

            @Example("false") Patch<Boolean> requireOrderConfirmation,
            @Example("false") Patch<Boolean> uniqueExternalRef,
            @Example("false") Patch<Boolean> askForPrice,

            @Whole(min = 1, max = 1_000_000) @Example("1000")
            Patch<Long> defaultWeightGrams,

            @Whole(max = 100_000_000) @Example("5") Patch<Long> lowStockThreshold)
            implements SaveSettings, CrossFieldRules {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public void check(Violations violations) {
            if (currencyCode.present() && currencyCode.value() == null && !violations.has("currencyCode")) {
                violations.add("currencyCode", "field.required");
            }
            var zone = timezone.value();
            if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
                violations.add("timezone", "field.unknown_value", "Asia/Baghdad, …");
            }
            var country = countryCode.value();
            if (country != null && !COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) {
                violations.add("countryCode", "field.unknown_value", "ISO 3166-1: IQ, …");
            }
        }

        /** The fee is in the currency that the settings will have, which this body may change. */
        void checkFee(Currency present, Violations violations) {
            var currency = Objects.requireNonNullElse(currencyCode.value(), present);
            var fee = defaultDeliveryFee.value();
            if (fee != null && fee.scale() > currency.decimals()) {
                violations.add(
                        "defaultDeliveryFee", "money.fraction", currency.name(), Integer.toString(currency.decimals()));
            }
        }

        private long fee(Currency after, StoreSettings before) {
            if (!defaultDeliveryFee.present()) {
                return before.defaultDeliveryFee();
            }
            var fee = defaultDeliveryFee.value();
            return fee == null ? StoreSettings.DEFAULTS.defaultDeliveryFee() : after.minor(fee);
        }

        /** These settings over others; what is null comes back to its default. */
        @Override
        public StoreSettings over(StoreSettings before) {
            var defaults = StoreSettings.DEFAULTS;
            var currency = currencyCode.over(before.currency(), defaults.currency());
            return new StoreSettings(
                    currency,
                    ZoneId.of(
                            timezone.over(before.zone().getId(), defaults.zone().getId())),
                    industry.over(before.industry()),
                    countryCode
                            .over(before.countryCode(), defaults.countryCode())
                            .toUpperCase(Locale.ROOT),
                    language.present() ? word() : before.language(),
                    fee(currency, before),
                    pickupAddress.over(before.pickupAddress()),
                    requireOrderConfirmation.over(
                            before.requireOrderConfirmation(), defaults.requireOrderConfirmation()),
                    uniqueExternalRef.over(before.uniqueExternalRef(), defaults.uniqueExternalRef()),
                    askForPrice.over(before.askForPrice(), defaults.askForPrice()),
                    defaultWeightGrams.over(before.defaultWeightGrams(), defaults.defaultWeightGrams()),
                    lowStockThreshold.over(before.lowStockThreshold(), defaults.lowStockThreshold()));
        }

        private String word() {
            return Objects.requireNonNullElse(language.value(), Language.AR).toString();
        }
    }

    record SettingsBody(
            @SchemaOf(Currency.class) String currencyCode,
            String timezone,
            @Nullable String industry,
            String countryCode,
            @SchemaOf(Language.class) String language,
            BigDecimal defaultDeliveryFee,
            @Nullable String pickupAddress,
            boolean requireOrderConfirmation,
            boolean uniqueExternalRef,
            boolean askForPrice,
            long defaultWeightGrams,
            long lowStockThreshold) {

        static SettingsBody of(StoreSettings settings) {
            return new SettingsBody(
                    settings.currency().name(),
                    settings.zone().getId(),
                    settings.industry(),
                    settings.countryCode(),
                    settings.language(),
                    settings.currency().onWire(settings.defaultDeliveryFee()),
                    settings.pickupAddress(),
                    settings.requireOrderConfirmation(),
                    settings.uniqueExternalRef(),
                    settings.askForPrice(),
                    settings.defaultWeightGrams(),
                    settings.lowStockThreshold());
        }
    }

    @PostMapping("/settings")
    @Allows(permission = "settings.manage", scope = "settings:write")
    @Describes(
            value = "Make the store's settings, once",
            refuses = {SaveSettings.Result.ExistAlready.class, SaveSettings.Result.CurrencyLocked.class})
    Answer<SettingsBody> make(@Body Bound<SettingsRequest> body, Caller caller, Actor actor) {
        if (body.value().currencyCode().value() == null && !body.problems().has("currencyCode")) {
            body.problems().add("currencyCode", "field.required");
        }
        body.value().checkFee(StoreSettings.DEFAULTS.currency(), body.problems());
        return saved("settings.created", settings.create(caller.store(), actor, body.valid()));
    }

    @GetMapping("/settings")
    @Allows(permission = "settings.view", scope = "settings:read")
    @Describes(value = "The store's settings", refuses = SaveSettings.Result.Missing.class)
    Answer<SettingsBody> get(Caller caller) {
        return settings.find(caller.store())
                .map(found -> Answer.ok("settings.found", SettingsBody.of(found)))
                .orElseGet(SettingsController::missing);
    }

    @PutMapping("/settings")
    @Allows(permission = "settings.manage", scope = "settings:write")
    @Describes(
            value = "Change some of the store's settings",
            refuses = {SaveSettings.Result.Missing.class, SaveSettings.Result.CurrencyLocked.class})
    Answer<SettingsBody> change(@Body Bound<SettingsRequest> body, Caller caller, Actor actor) {
        body.value().checkFee(caller.currency(), body.problems());
        if (!body.problems().isEmpty() && settings.find(caller.store()).isEmpty()) {
            return missing();
        }
        return saved("settings.updated", settings.change(caller.store(), actor, body.valid()));
    }

    private static Answer<SettingsBody> saved(String message, SaveSettings.Result result) {
        return switch (result) {
            case SaveSettings.Result.Saved(var settings) -> Answer.ok(message, SettingsBody.of(settings));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private static Answer<SettingsBody> missing() {
        return Answer.refused(new SaveSettings.Result.Missing());
    }
}
