package iq.sendy.stores;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Make a store's settings, or change some of them. */
@FunctionalInterface
public interface SaveSettings {

    /** The settings as they shall be, of what they are: the defaults when they are made. */
    StoreSettings over(StoreSettings before);

    /** What can come of it. */
    sealed interface Result {

        record Saved(StoreSettings settings) implements Result {}

        /** They were made before; they are made once and then changed. */
        @RefusedWith(status = 409, code = "settings.exist")
        record ExistAlready() implements Result, Refusal {}

        /** They have not been made yet. */
        @RefusedWith(status = 404, code = "settings.missing")
        record Missing() implements Result, Refusal {}

        /** Amounts are stored in the present currency, and would change their meaning. */
        @RefusedWith(status = 409, code = "settings.currency_locked", field = "currencyCode")
        record CurrencyLocked() implements Result, Refusal {}
    }
}
