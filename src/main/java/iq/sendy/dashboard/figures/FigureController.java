package iq.sendy.dashboard.figures;

import iq.sendy.analytics.ProductReport;
import iq.sendy.analytics.ReportSheet;
import iq.sendy.analytics.ReportSheets;
import iq.sendy.analytics.SalesReports;
import iq.sendy.analytics.SalesSpan;
import iq.sendy.analytics.SheetFormat;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PageTab;
import iq.sendy.dashboard.SalesChart;
import iq.sendy.geography.Geography;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How sales and cash go, on a page and as files. */
@PageController
class FigureController {

    private static final int MOST_PRODUCTS = 10;
    private static final int MOST_PRODUCTS_OF_SHEET = 50_000;
    private static final String RIGHT = "analytics.view";

    private final SalesReports reports;
    private final ReportSheets sheets;
    private final Geography geography;
    private final PageReaders readers;

    FigureController(SalesReports reports, ReportSheets sheets, Geography geography, PageReaders readers) {
        this.reports = reports;
        this.sheets = sheets;
        this.geography = geography;
        this.readers = readers;
    }

    /**
     * A governorate and what it brought.
     *
     * @param deliveryRate as it is shown; a dash where nothing was handed over
     */
    record PlaceFigures(String name, long orders, String deliveryRate, long profit) {}

    @GetMapping(DashboardPaths.ANALYTICS)
    @Allows(permission = RIGHT)
    ModelAndView show(HttpServletRequest request, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var period = FigurePeriod.of(request::getParameter, reader.today());
        var spans = reports.spans(caller.store(), List.of(period.range(), period.before()), caller.zone());
        var report = reports.products(caller.store(), period.range(), MOST_PRODUCTS, caller.zone());
        var grouping = period.grouping();
        var periods = reports.periods(caller.store(), period.range(), grouping, caller.zone());
        var model = new HashMap<String, @Nullable Object>();
        model.put("period", period);
        model.put("tabs", tabs(period, reader));
        model.put("form", form(period, reader));
        model.put("figures", figures(spans.getFirst(), spans.getLast()));
        model.put("chart", SalesChart.of(periods, grouping, period.query(), reader));
        model.put("products", report.products());
        model.put("places", places(report, reader));
        model.put("zone", caller.zone().getId());
        var status = period.fault() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return new ModelAndView("dashboard/figures/analytics", model, status);
    }

    private static List<PageTab> tabs(FigurePeriod period, PageReader reader) {
        return FigurePeriod.WORDS.stream()
                .map(word -> new PageTab(
                        DashboardPaths.ANALYTICS + "?" + FigurePeriod.query(word),
                        reader.say("figures.range." + word),
                        null,
                        word.equals(period.word())))
                .toList();
    }

    private static PageForm form(FigurePeriod period, PageReader reader) {
        var typed = period.word().equals(FigurePeriod.DATES);
        var form = PageForm.empty()
                .with("from", typed ? period.from() : period.range().from())
                .with("to", typed ? period.to() : period.lastDay());
        return period.fault() == null
                ? form
                : form.withFaults(reader.faults(List.of(Violation.at("from", period.fault()))));
    }

    private static List<Figure> figures(SalesSpan now, SalesSpan before) {
        var counts = now.figures().counts();
        var money = now.figures().money();
        var countsBefore = before.figures().counts();
        var moneyBefore = before.figures().money();
        return List.of(
                new Figure("rate", Figure.FigureKind.RATE, counts.deliveryRate(), countsBefore.deliveryRate(), "good"),
                new Figure(
                        "collected",
                        Figure.FigureKind.MONEY,
                        money.cashCollected(),
                        moneyBefore.cashCollected(),
                        "good"),
                new Figure(
                        "courier",
                        Figure.FigureKind.MONEY,
                        money.cashWithCourier(),
                        moneyBefore.cashWithCourier(),
                        "info"),
                new Figure("profit", Figure.FigureKind.MONEY, now.profit(), before.profit(), "good"),
                new Figure("revenue", Figure.FigureKind.MONEY, money.revenue(), moneyBefore.revenue(), "good"),
                new Figure("orders", Figure.FigureKind.COUNT, counts.orders(), countsBefore.orders(), "good"),
                new Figure("refused", Figure.FigureKind.COUNT, counts.refused(), countsBefore.refused(), "bad"),
                new Figure("expenses", Figure.FigureKind.MONEY, now.expenses(), before.expenses(), "bad"));
    }

    private List<PlaceFigures> places(ProductReport report, PageReader reader) {
        return report.provinces().stream()
                .map(each -> new PlaceFigures(
                        place(each.provinceCode(), reader),
                        each.figures().counts().orders(),
                        rate(each.figures().counts().deliveryRate()),
                        each.profit()))
                .toList();
    }

    private static String rate(@Nullable Long rate) {
        return rate == null ? "—" : Figure.rate(rate);
    }

    private String place(String code, PageReader reader) {
        return geography
                .province(code)
                .map(province -> province.names().in(reader.language().getLanguage()))
                .orElseGet(() -> reader.say("figures.place.none"));
    }

    @GetMapping(DashboardPaths.ANALYTICS + "/sales")
    @Allows(permission = RIGHT)
    void sales(
            @RequestParam(name = "format", defaultValue = "") String wanted,
            HttpServletRequest request,
            Caller caller,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var period = FigurePeriod.of(
                request::getParameter, readers.of(caller, language).today());
        var periods = reports.periods(caller.store(), period.range(), period.grouping(), caller.zone());
        send(ReportSheet.ofSales(periods, caller.currency()), wanted, response);
    }

    @GetMapping(DashboardPaths.ANALYTICS + "/products")
    @Allows(permission = RIGHT)
    void products(
            @RequestParam(name = "format", defaultValue = "") String wanted,
            HttpServletRequest request,
            Caller caller,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var period = FigurePeriod.of(
                request::getParameter, readers.of(caller, language).today());
        var report = reports.products(caller.store(), period.range(), MOST_PRODUCTS_OF_SHEET, caller.zone());
        send(ReportSheet.ofProducts(report, caller.currency()), wanted, response);
    }

    private void send(ReportSheet sheet, String wanted, HttpServletResponse response) throws IOException {
        var format = wanted.equals(SheetFormat.XLSX.toString()) ? SheetFormat.XLSX : SheetFormat.CSV;
        var file = sheets.file(sheet, format);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.name() + "." + format + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(format.mediaType());
        response.setContentLength(file.size());
        file.writeTo(response.getOutputStream());
    }
}
