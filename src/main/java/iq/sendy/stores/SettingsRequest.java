package iq.sendy.stores;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Both to make the settings and to change them: a field left out has its default, or keeps its value. */
@RefusedWith(code = "money.fraction")
public record SettingsRequest(
        @Example("\"IQD\"") Patch<Currency> currencyCode,

        @Text(Text.REFERENCE) @Example("\"Asia/Baghdad\"") Patch<String> timezone,

        @Text(Text.NAME) @Example("\"flowers\"") Patch<String> industry,
        @Text(Text.REFERENCE) @Example("\"IQ\"") Patch<String> countryCode,
        @Example("\"ar\"") Patch<Language> language,

        @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("5000")
        Patch<BigDecimal> defaultDeliveryFee,

        @Text(Text.ADDRESS) @Example("\"بغداد، الكرادة\"") Patch<String> pickupAddress,

        @Example("false") Patch<Boolean> requireOrderConfirmation,
        @Example("false") Patch<Boolean> uniqueExternalRef,
        @Example("false") Patch<Boolean> askForPrice,

        @Whole(min = 1, max = 1_000_000) @Example("1000") Patch<Long> defaultWeightGrams,

        @Whole(max = 100_000_000) @Example("5") Patch<Long> lowStockThreshold)
        implements SaveSettings, CrossFieldRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** What shops are read in. */
    public enum Language {
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
    public void checkFee(Currency present, Violations violations) {
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
                ZoneId.of(timezone.over(before.zone().getId(), defaults.zone().getId())),
                industry.over(before.industry()),
                countryCode.over(before.countryCode(), defaults.countryCode()).toUpperCase(Locale.ROOT),
                language.present() ? word() : before.language(),
                fee(currency, before),
                pickupAddress.over(before.pickupAddress()),
                requireOrderConfirmation.over(before.requireOrderConfirmation(), defaults.requireOrderConfirmation()),
                uniqueExternalRef.over(before.uniqueExternalRef(), defaults.uniqueExternalRef()),
                askForPrice.over(before.askForPrice(), defaults.askForPrice()),
                defaultWeightGrams.over(before.defaultWeightGrams(), defaults.defaultWeightGrams()),
                lowStockThreshold.over(before.lowStockThreshold(), defaults.lowStockThreshold()));
    }

    private String word() {
        return Objects.requireNonNullElse(language.value(), Language.AR).toString();
    }
}
