package iq.sendy.finance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Expense: money that a store has spent, on what, and when. */
public record Expense(UUID id, ExpenseDetails details, Instant createdAt, Instant updatedAt) {

    /**
     * What the shop says of it.
     *
     * @param amount in minor units of the store's currency, above zero
     * @param expenseDate when it was spent; a date alone was the start of that day in the store's zone
     * @param purchaseOrderId the purchase order that it pays
     */
    public record ExpenseDetails(
            String name,
            long amount,
            ExpenseType expenseType,
            String category,
            Instant expenseDate,
            @Nullable UUID purchaseOrderId,
            @Nullable String notes) {}

    /** What it takes from the profit: nothing where it pays a purchase order, since the goods cost that already. */
    public long cost() {
        return details.purchaseOrderId() == null ? details.amount() : 0;
    }
}
