package iq.sendy.finance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which expenses are wanted; all that is given must hold.
 *
 * @param from inclusive, looks at the day that it was spent on
 * @param to exclusive, looks at the day that it was spent on
 * @param category in any letter case and spelling
 */
public record ExpenseFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String category) {}
