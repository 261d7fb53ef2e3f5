package iq.sendy.cashier.web;

import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Cashier settings on the wire. */
@StoreController
class CashierSettingsController {

    private final CounterSettings settings;

    CashierSettingsController(CounterSettings settings) {
        this.settings = settings;
    }

    /** A field left out keeps its value; null brings its default back. */
    record CashierSettingsRequest(
            @Example("false") Patch<Boolean> requirePin,
            @Amount @Example("50000") Patch<Long> openingCashDefault,

            @Text(Text.REASON) @Example("\"الاستبدال خلال ثلاثة أيام\"")
            Patch<String> receiptFooterNote,

            @Amount @Example("250") Patch<Long> cashRounding) {

        CashierSettings over(CashierSettings before, CashierSettings defaults) {
            return new CashierSettings(
                    requirePin.over(before.requirePin(), defaults.requirePin()),
                    openingCashDefault.over(before.openingCashDefault(), defaults.openingCashDefault()),
                    receiptFooterNote.over(before.receiptFooterNote()),
                    cashRounding.over(before.cashRounding(), defaults.cashRounding()));
        }
    }

    record CashierSettingsBody(
            boolean requirePin,
            BigDecimal openingCashDefault,
            @Nullable String receiptFooterNote,
            BigDecimal cashRounding) {

        static CashierSettingsBody of(CashierSettings settings, Currency currency) {
            return new CashierSettingsBody(
                    settings.requirePin(),
                    currency.onWire(settings.openingCashDefault()),
                    settings.receiptFooterNote(),
                    currency.onWire(settings.cashRounding()));
        }
    }

    @GetMapping("/cashier/settings")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes("The settings of the counter")
    Answer<CashierSettingsBody> get(Caller caller) {
        var found = settings.of(caller.store(), caller.currency());
        return Answer.ok("cashier_settings.found", CashierSettingsBody.of(found, caller.currency()));
    }

    @PutMapping("/cashier/settings")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes("Change some settings of the counter")
    Answer<CashierSettingsBody> change(@Body Bound<CashierSettingsRequest> body, Caller caller, Actor actor) {
        var request = body.valid();
        var defaults = CashierSettings.defaults(caller.currency());
        var changed =
                settings.change(caller.store(), actor, caller.currency(), before -> request.over(before, defaults));
        return Answer.ok("cashier_settings.updated", CashierSettingsBody.of(changed, caller.currency()));
    }
}
