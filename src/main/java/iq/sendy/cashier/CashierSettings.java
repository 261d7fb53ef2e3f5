package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Cashier settings: what a shop has decided for its counter. Amounts are in minor units of the store's currency.
 *
 * @param requirePin whether opening a session takes the member's PIN
 * @param openingCashDefault what the drawer usually begins with
 * @param receiptFooterNote what stands at the end of every receipt
 * @param cashRounding the smallest sum that is paid in cash; 0 for no rounding
 */
public record CashierSettings(
        boolean requirePin,
        long openingCashDefault,
        @Nullable String receiptFooterNote,
        long cashRounding) {

    /** The smallest note that is still given is 250 dinars; cents are not rounded. */
    private static final CashierSettings DINARS = new CashierSettings(false, 0, null, 250);

    private static final CashierSettings OTHERS = new CashierSettings(false, 0, null, 0);

    /** Those of a store that has decided nothing. */
    public static CashierSettings defaults(Currency currency) {
        return currency == Currency.IQD ? DINARS : OTHERS;
    }
}
