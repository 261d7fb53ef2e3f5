package iq.sendy.analytics.web;

import iq.sendy.analytics.SalesFigures;
import iq.sendy.analytics.SalesGrouping;
import iq.sendy.analytics.SalesPeriod;
import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sales by period as they are answered: contract section 15. */
record SalesReportBody(SalesGrouping groupBy, List<SalesPeriodBody> items) {

    record SalesPeriodBody(
            LocalDate from,
            long orders,
            BigDecimal revenue,
            long delivered,
            long refused,
            long returned,
            BigDecimal profit,
            Map<String, SourceSalesBody> bySource) {

        private static SalesPeriodBody of(SalesPeriod period, Currency currency) {
            var counts = period.figures().counts();
            var bySource = new LinkedHashMap<String, SourceSalesBody>();
            period.bySource().forEach((source, figures) -> bySource.put(source, SourceSalesBody.of(figures, currency)));
            return new SalesPeriodBody(
                    period.from(),
                    counts.orders(),
                    currency.onWire(period.figures().money().revenue()),
                    counts.delivered(),
                    counts.refused(),
                    counts.returned(),
                    currency.onWire(period.profit()),
                    bySource);
        }
    }

    record SourceSalesBody(long orders, BigDecimal revenue) {

        private static SourceSalesBody of(SalesFigures figures, Currency currency) {
            return new SourceSalesBody(
                    figures.counts().orders(), currency.onWire(figures.money().revenue()));
        }
    }

    static SalesReportBody of(SalesGrouping groupBy, List<SalesPeriod> periods, Currency currency) {
        return new SalesReportBody(
                groupBy,
                periods.stream()
                        .map(period -> SalesPeriodBody.of(period, currency))
                        .toList());
    }
}
