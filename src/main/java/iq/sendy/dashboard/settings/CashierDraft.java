package iq.sendy.dashboard.settings;

import iq.sendy.cashier.CashierSettings;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Text;

/** Settings of the counter as their form sends them, by the rules of the API's body. */
record CashierDraft(
        Patch<Boolean> requirePin,
        @Amount Patch<Long> openingCashDefault,
        @Text(Text.REASON) Patch<String> receiptFooterNote,
        @Amount Patch<Long> cashRounding) {

    CashierSettings over(CashierSettings before, CashierSettings defaults) {
        return new CashierSettings(
                requirePin.over(before.requirePin(), defaults.requirePin()),
                openingCashDefault.over(before.openingCashDefault(), defaults.openingCashDefault()),
                receiptFooterNote.over(before.receiptFooterNote()),
                cashRounding.over(before.cashRounding(), defaults.cashRounding()));
    }
}
