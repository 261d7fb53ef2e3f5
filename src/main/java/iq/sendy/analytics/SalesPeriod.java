package iq.sendy.analytics;

import java.time.LocalDate;
import java.util.Map;

/**
 * Sales of a day, week or month, or of the part of it that was asked for.
 *
 * @param from the first day that it counts
 * @param bySource the part of each source that had an order, by its word
 */
public record SalesPeriod(LocalDate from, SalesFigures figures, long expenses, Map<String, SalesFigures> bySource) {

    public long profit() {
        return figures.money().profit(expenses);
    }
}
