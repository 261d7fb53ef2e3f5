package iq.sendy.analytics;

import static java.util.stream.Collectors.toMap;

import iq.sendy.analytics.model.ExpenseShares;
import iq.sendy.analytics.store.ProductFigureStore;
import iq.sendy.analytics.store.ProductFigureStore.ProductSales;
import iq.sendy.analytics.store.SalesFigureStore;
import iq.sendy.analytics.store.SalesFigureStore.ProvinceSales;
import iq.sendy.analytics.store.SalesFigureStore.SourceDay;
import iq.sendy.catalog.ProductName;
import iq.sendy.catalog.ProductNames;
import iq.sendy.finance.ExpenseTotals.PeriodCost;
import iq.sendy.finance.Expenses;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of sales, from figures that are kept: however many orders there are, a few rows for each day are read. */
@Service
public class SalesReports {

    private final SalesFigureStore sales;
    private final ProductFigureStore figures;
    private final ProductNames products;
    private final Expenses expenses;
    private final Pipeline pipeline;

    SalesReports(
            SalesFigureStore sales,
            ProductFigureStore figures,
            ProductNames products,
            Expenses expenses,
            Pipeline pipeline) {
        this.sales = sales;
        this.figures = figures;
        this.products = products;
        this.expenses = expenses;
        this.pipeline = pipeline;
    }

    private Query<PeriodCost> spent(StoreId store, DateRange range, ZoneId zone) {
        return expenses.costs(store, List.of(start(range.from(), zone), start(range.to(), zone)));
    }

    private static long sum(Query<PeriodCost> spent) {
        return spent.answer().stream().mapToLong(PeriodCost::cost).sum();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** What became of each of some spans. */
    @Transactional(readOnly = true)
    public List<SalesSpan> spans(StoreId store, List<DateRange> ranges, ZoneId zone) {
        var trip = pipeline.open();
        var totals = ranges.stream()
                .map(range -> trip.add(sales.total(store, range)))
                .toList();
        var spent = ranges.stream()
                .map(range -> trip.add(spent(store, range, zone)))
                .toList();
        trip.send();
        var spans = new ArrayList<SalesSpan>();
        for (var i = 0; i < ranges.size(); i++) {
            spans.add(new SalesSpan(ranges.get(i), totals.get(i).single(), sum(spent.get(i))));
        }
        return spans;
    }

    /** One for each period that the range touches, empty ones too. */
    @Transactional(readOnly = true)
    public List<SalesPeriod> periods(StoreId store, DateRange range, SalesGrouping grouping, ZoneId zone) {
        var periods = new TreeMap<LocalDate, List<SourceDay>>();
        for (var day = range.from(); day.isBefore(range.to()); day = grouping.next(day)) {
            periods.put(day, new ArrayList<>());
        }
        var bounds = new ArrayList<Instant>();
        periods.keySet().forEach(day -> bounds.add(start(day, zone)));
        bounds.add(start(range.to(), zone));
        var trip = pipeline.open();
        var bySource = trip.add(sales.bySource(store, range));
        var spent = trip.add(expenses.costs(store, bounds));
        trip.send();
        for (var day : bySource.answer()) {
            Objects.requireNonNull(periods.floorEntry(day.day())).getValue().add(day);
        }
        var costs = spent.answer().stream().collect(toMap(PeriodCost::from, PeriodCost::cost));
        return periods.entrySet().stream()
                .map(each -> period(each.getKey(), each.getValue(), costs.getOrDefault(start(each.getKey(), zone), 0L)))
                .toList();
    }

    private static SalesPeriod period(LocalDate from, List<SourceDay> days, long expenses) {
        var bySource = new LinkedHashMap<String, SalesFigures>();
        for (var day : days) {
            bySource.merge(day.source(), day.figures(), SalesFigures::plus);
        }
        var all = bySource.values().stream().reduce(SalesFigures.NONE, SalesFigures::plus);
        return new SalesPeriod(from, all, expenses, bySource);
    }

    /**
     * What sold best, and where.
     *
     * @param most so many products at most
     */
    @Transactional(readOnly = true)
    public ProductReport products(StoreId store, DateRange range, int most, ZoneId zone) {
        var trip = pipeline.open();
        var best = trip.add(figures.best(store, range, most));
        var byProvince = trip.add(sales.byProvince(store, range));
        var spent = trip.add(spent(store, range, zone));
        trip.send();
        var ids = best.answer().stream().map(ProductSales::product).toList();
        var named = trip.addIf(!ids.isEmpty(), () -> products.of(store, ids));
        trip.send();
        var names = named.answer().stream().collect(toMap(ProductName::productId, Function.identity()));
        var revenue = byProvince.answer().stream()
                .mapToLong(each -> each.figures().money().revenue())
                .sum();
        return new ProductReport(
                results(best.answer(), names, new ExpenseShares(sum(spent), revenue)),
                provinces(byProvince.answer(), sum(spent), revenue));
    }

    private static List<ProductReport.ProductResult> results(
            List<ProductSales> best, Map<UUID, ProductName> names, ExpenseShares shares) {
        return best.stream()
                .map(each -> {
                    // Products are archived and never deleted.
                    var named = Objects.requireNonNull(names.get(each.product()));
                    return new ProductReport.ProductResult(
                            each.product(),
                            named.sku(),
                            named.name(),
                            each.figures(),
                            shares.of(each.figures().revenue()));
                })
                .toList();
    }

    /** Each carries its part of what was spent: by revenue, and by orders where nothing has been delivered. */
    private static List<ProductReport.ProvinceResult> provinces(List<ProvinceSales> found, long spent, long revenue) {
        ToLongFunction<ProvinceSales> part = revenue > 0
                ? each -> each.figures().money().revenue()
                : each -> each.figures().counts().orders();
        var shares = new ExpenseShares(spent, found.stream().mapToLong(part).sum());
        return found.stream()
                .map(each -> new ProductReport.ProvinceResult(
                        each.provinceCode(), each.figures(), shares.of(part.applyAsLong(each))))
                .toList();
    }
}
