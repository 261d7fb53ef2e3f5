package iq.sendy.finance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense was booked, changed or deleted; heard in the same transaction, by whoever keeps figures of it.
 *
 * @param before null when it was booked
 * @param after null when it was deleted
 */
public record ExpenseChanged(
        UUID store, @Nullable Expense before, @Nullable Expense after) {}
