package iq.sendy.stores;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** All that can come of making or changing a store's settings. */
public sealed interface SaveSettingsResult {

    record Saved(StoreSettings settings) implements SaveSettingsResult {}

    /** They were made before; they are made once and then changed. */
    @RefusedWith(status = 409, code = "settings.exist")
    record ExistAlready() implements SaveSettingsResult, Refusal {}

    /** They have not been made yet. */
    @RefusedWith(status = 404, code = "settings.missing")
    record Missing() implements SaveSettingsResult, Refusal {}

    /** Orders exist in the present currency, and their amounts would change their meaning. */
    @RefusedWith(status = 409, code = "settings.currency_locked", field = "currencyCode")
    record CurrencyLocked() implements SaveSettingsResult, Refusal {}
}
