package iq.sendy.dashboard;

import iq.sendy.analytics.SalesGrouping;
import iq.sendy.analytics.SalesPeriod;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.pages.PageReader;
import java.util.List;
import java.util.Locale;

/**
 * Sales over time as pages draw them: columns where scripts run, and their table for everybody.
 *
 * @param query of the addresses of its files, which name the same days
 */
public record SalesChart(List<ChartColumn> columns, SalesGrouping grouping, String query) {

    public SalesChart {
        columns = List.copyOf(columns);
    }

    /**
     * A day, week or month.
     *
     * @param from its first day, as it is read
     * @param height what was sold in it, as scripts read numbers
     */
    public record ChartColumn(String from, String height, SalesPeriod period) {}

    public static SalesChart of(List<SalesPeriod> periods, SalesGrouping grouping, String query, PageReader reader) {
        return new SalesChart(
                periods.stream().map(period -> column(period, reader)).toList(), grouping, query);
    }

    private static ChartColumn column(SalesPeriod period, PageReader reader) {
        var sold = period.figures().money().revenue();
        return new ChartColumn(reader.day(period.from()), typed(sold, reader.currency()), period);
    }

    private static String typed(long minor, Currency currency) {
        return currency.onWire(minor).toPlainString();
    }

    public String first() {
        return columns.getFirst().from();
    }

    public String last() {
        return columns.getLast().from();
    }

    /** Whether nothing was sold, so that there is nothing to be drawn. */
    public boolean flat() {
        return columns.stream()
                .allMatch(column -> column.period().figures().money().revenue() == 0);
    }

    /** The key of what a column stands for. */
    public String word() {
        return "chart.each." + grouping.name().toLowerCase(Locale.ROOT);
    }
}
