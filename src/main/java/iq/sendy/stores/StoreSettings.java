package iq.sendy.stores;

import iq.sendy.kernel.Currency;
import java.time.ZoneId;

/**
 * What the other modules read of a store's settings. A store that has not set anything works with {@link #DEFAULTS}.
 *
 * @param defaultDeliveryFee in minor units of the currency
 */
public record StoreSettings(
        Currency currency,
        ZoneId zone,
        String language,
        long defaultDeliveryFee,
        boolean requireOrderConfirmation,
        boolean uniqueExternalRef) {

    public static final StoreSettings DEFAULTS =
            new StoreSettings(Currency.IQD, ZoneId.of("Asia/Baghdad"), "ar", 0, false, false);
}
