package iq.sendy.stores;

import iq.sendy.kernel.Currency;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a store: what the shop has decided. A store that has not set anything works with {@link #DEFAULTS}.
 *
 * @param defaultDeliveryFee in minor units of the currency; what delivery costs when no shipping rule matches
 * @param askForPrice whether products without a price are shown in the storefront
 * @param defaultWeightGrams what a piece weighs of which nothing is known
 * @param lowStockThreshold how few available pieces are few
 */
public record StoreSettings(
        Currency currency,
        ZoneId zone,
        @Nullable String industry,
        String countryCode,
        String language,
        long defaultDeliveryFee,
        @Nullable String pickupAddress,
        boolean requireOrderConfirmation,
        boolean uniqueExternalRef,
        boolean askForPrice,
        long defaultWeightGrams,
        long lowStockThreshold) {

    public static final StoreSettings DEFAULTS = new StoreSettings(
            Currency.IQD, ZoneId.of("Asia/Baghdad"), null, "IQ", "ar", 0, null, false, false, false, 1_000, 5);
}
