package iq.sendy.analytics;

/**
 * What became of the orders of some days, to be held against those of others.
 *
 * @param expenses what was spent in these days beside the goods
 */
public record SalesSpan(DateRange range, SalesFigures figures, long expenses) {

    public long profit() {
        return figures.money().profit(expenses);
    }
}
