package iq.sendy.analytics.web;

import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.ReportSheet;
import iq.sendy.analytics.ReportSheets;
import iq.sendy.analytics.SalesGrouping;
import iq.sendy.analytics.SalesReports;
import iq.sendy.analytics.SalesSummaries;
import iq.sendy.analytics.SheetFormat;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.QueryParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** Figures of a store on the wire, as JSON or as a sheet. */
@StoreController
class AnalyticsController {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_PRODUCTS = 200;
    private static final int MOST_PRODUCTS_OF_SHEET = 50_000;

    private final SalesReports reports;
    private final SalesSummaries summaries;
    private final ReportSheets sheets;
    private final Clock clock;

    AnalyticsController(SalesReports reports, SalesSummaries summaries, ReportSheets sheets, Clock clock) {
        this.reports = reports;
        this.summaries = summaries;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** Dates of the store; without any, the last thirty days with today. */
    record PeriodQuery(@Nullable When from, @Nullable When to) implements CheckedFilter {

        @Override
        public void check(ZoneId zone, Violations violations) {
            var first = day("from", from, violations);
            var end = day("to", to, violations);
            if (first != null && end != null) {
                sound(new DateRange(first, end), violations);
            }
        }

        private static @Nullable LocalDate day(String field, @Nullable When when, Violations violations) {
            return switch (when) {
                case When.Day(var date) -> date;
                case When.At _ -> {
                    violations.add(field, "filter.invalid", field);
                    yield null;
                }
                case null -> null;
            };
        }

        private static DateRange sound(DateRange range, Violations violations) {
            if (!range.isSound()) {
                violations.add("from", "range.invalid");
            }
            return range;
        }

        DateRange until(LocalDate tomorrow) {
            var violations = new Violations();
            var end = Objects.requireNonNullElse(day("to", to, violations), tomorrow);
            var first = Objects.requireNonNullElse(day("from", from, violations), end.minusDays(USUAL_DAYS));
            var range = sound(new DateRange(first, end), violations);
            violations.refuseIfAny();
            return range;
        }
    }

    record SalesQuery(
            @Nullable SalesGrouping groupBy, @Nullable SheetFormat format) {}

    record ProductsQuery(@Nullable SheetFormat format) {}

    @GetMapping("/analytics/summary")
    @Allows(permission = "analytics.view", scope = "analytics:read")
    @Describes("What became of the orders of a period, their money, and what waits now")
    Answer<SummaryBody> summary(@QueryParameters PeriodQuery period, Caller caller) {
        var range = range(period, caller);
        var summary = summaries.of(caller.store(), range, caller.zone());
        return Answer.ok("analytics.summary", SummaryBody.of(summary, caller.currency()));
    }

    @GetMapping("/analytics/sales")
    @Allows(permission = "analytics.view", scope = "analytics:read")
    @Describes(
            value = "Sales by day, week or month and by source, or as a sheet",
            answers = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Nullable
    Answer<SalesReportBody> sales(
            @QueryParameters PeriodQuery period,
            @QueryParameters SalesQuery query,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var grouping = Objects.requireNonNullElse(query.groupBy(), SalesGrouping.DAY);
        var periods = reports.periods(caller.store(), range(period, caller), grouping, caller.zone());
        if (query.format() == null) {
            return Answer.ok("analytics.sales", SalesReportBody.of(grouping, periods, caller.currency()));
        }
        send(ReportSheet.ofSales(periods, caller.currency()), query.format(), response);
        return null;
    }

    @GetMapping("/analytics/products")
    @Allows(permission = "analytics.view", scope = "analytics:read")
    @Describes(
            value = "The products that brought most, and what each governorate brought, or the products as a sheet",
            answers = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Nullable
    Answer<ProductsBody> products(
            @QueryParameters PeriodQuery period,
            @QueryParameters ProductsQuery query,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var most = query.format() == null ? MOST_PRODUCTS : MOST_PRODUCTS_OF_SHEET;
        var report = reports.products(caller.store(), range(period, caller), most, caller.zone());
        if (query.format() == null) {
            return Answer.ok("analytics.products", ProductsBody.of(report, caller.currency()));
        }
        send(ReportSheet.ofProducts(report, caller.currency()), query.format(), response);
        return null;
    }

    private void send(ReportSheet sheet, SheetFormat format, HttpServletResponse response) throws IOException {
        var file = sheets.file(sheet, format);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + sheet.name() + "." + format + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(format.mediaType());
        response.setContentLength(file.size());
        file.writeTo(response.getOutputStream());
    }

    private DateRange range(PeriodQuery period, Caller caller) {
        return period.until(LocalDate.ofInstant(clock.instant(), caller.zone()).plusDays(1));
    }
}
