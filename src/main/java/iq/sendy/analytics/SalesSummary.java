package iq.sendy.analytics;

import iq.sendy.orders.CallerFigures;
import java.util.List;

/**
 * Summary of a period: the figures of the orders that were placed in it, what else was spent in it, and what waits now.
 *
 * @param expenses what was spent in the period beside the goods
 * @param calls who called customers in the period, and what came of it
 */
public record SalesSummary(
        DateRange range, SalesFigures figures, long expenses, WaitingWork waiting, List<CallerFigures> calls) {

    public SalesSummary {
        calls = List.copyOf(calls);
    }

    /** What delivered goods leave when they and all else are paid. */
    public long profit() {
        return figures.money().profit(expenses);
    }

    /** Work that waits for somebody in the store at this moment, whatever the period. */
    public record WaitingWork(long toConfirm, long toPack, long lowStock, long openReturns, long openConversations) {}
}
