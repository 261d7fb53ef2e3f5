package iq.sendy.finance;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.purchasing.PurchaseOrders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Both to book an expense and to change one. */
public record ExpenseInput(
        @Required @Text(Text.NAME) @Example("\"إيجار المحل\"")
        Patch<String> name,

        @Required @Amount(positive = true) @Example("750000")
        Patch<Long> amount,

        @Required @Example("\"Fixed\"") Patch<ExpenseType> expenseType,

        @Required @Text(Text.NAME) @Example("\"إيجار\"") Patch<String> category,

        @Required @Example("\"2026-11-01\"") Patch<When> expenseDate,

        @ReferenceTo("purchase_order") Patch<UUID> purchaseOrderId,
        @Text(Text.NOTES) Patch<String> notes) {

    /** Also of a purchase order that is none, where the request is refused anyway; else its row will tell. */
    public void check(Caller caller, PurchaseOrders purchaseOrders, Violations violations) {
        check(caller, violations);
        var paid = purchaseOrderId.value();
        if (!violations.isEmpty()
                && paid != null
                && purchaseOrders.find(caller.store(), paid).isEmpty()) {
            violations.addAll(new SaveExpense.Result.NoSuchPurchaseOrder().violations());
        }
    }

    /** The end of the last year may be another year in the store's zone. */
    private void check(Caller caller, Violations violations) {
        PatchMerge.start("expenseDate", expenseDate, null, caller.zone(), violations);
    }

    private Patch<Instant> date(ZoneId zone) {
        var typed = expenseDate.value();
        return new Patch<>(expenseDate.present(), typed == null ? null : typed.start(zone));
    }

    public SaveExpense command(ZoneId zone) {
        return new SaveExpense(name, amount, expenseType, category, date(zone), purchaseOrderId, notes);
    }
}
