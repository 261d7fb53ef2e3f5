package iq.sendy.finance;

import iq.sendy.finance.Expense.ExpenseDetails;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Book an expense or change one; a field left out keeps its value. */
public record SaveExpense(
        Patch<String> name,
        Patch<Long> amount,
        Patch<ExpenseType> expenseType,
        Patch<String> category,
        Patch<Instant> expenseDate,
        Patch<UUID> purchaseOrderId,
        Patch<String> notes) {

    /** What can come of it. */
    public sealed interface Result {

        record Saved(Expense expense) implements Result {}

        record NoSuchExpense() implements Result {}

        @RefusedWith(code = "purchase_order.unknown", field = "purchaseOrderId")
        record NoSuchPurchaseOrder() implements Result, Refusal {}
    }

    /** The expense as it shall be, of what it is; a new one says all that is required. */
    ExpenseDetails over(@Nullable ExpenseDetails before) {
        return new ExpenseDetails(
                needed(name, before == null ? null : before.name()),
                needed(amount, before == null ? null : before.amount()),
                needed(expenseType, before == null ? null : before.expenseType()),
                needed(category, before == null ? null : before.category()),
                needed(expenseDate, before == null ? null : before.expenseDate()),
                purchaseOrderId.over(before == null ? null : before.purchaseOrderId()),
                notes.over(before == null ? null : before.notes()));
    }

    private static <T> T needed(Patch<T> patch, @Nullable T before) {
        return Objects.requireNonNull(patch.over(before));
    }
}
