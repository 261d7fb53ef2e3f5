package iq.sendy.stores;

/** All that can come of making or changing a store's settings. */
public sealed interface SaveSettingsResult {

    record Saved(StoreSettings settings) implements SaveSettingsResult {}

    /** They were made before; they are made once and then changed. */
    record ExistAlready() implements SaveSettingsResult {}

    /** They have not been made yet. */
    record Missing() implements SaveSettingsResult {}

    /** Orders exist in the present currency, and their amounts would change their meaning. */
    record CurrencyLocked() implements SaveSettingsResult {}
}
