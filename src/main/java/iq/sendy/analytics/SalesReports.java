package iq.sendy.analytics;

import static java.util.stream.Collectors.toMap;

import iq.sendy.analytics.model.ExpenseShares;
import iq.sendy.analytics.store.ProductFigureStore;
import iq.sendy.analytics.store.ProductFigureStore.ProductSales;
import iq.sendy.analytics.store.SalesFigureStore;
import iq.sendy.analytics.store.SalesFigureStore.ProvinceSales;
import iq.sendy.analytics.store.SalesFigureStore.SourceDay;
import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of sales, from figures that are kept: however many orders there are, a few rows for each day are read. */
@Service
public class SalesReports {

    private final SalesFigureStore sales;
    private final ProductFigureStore figures;
    private final WaitingWorkCounts waitingWork;
    private final Products products;
    private final Pipeline pipeline;

    SalesReports(
            SalesFigureStore sales,
            ProductFigureStore figures,
            WaitingWorkCounts waitingWork,
            Products products,
            Pipeline pipeline) {
        this.sales = sales;
        this.figures = figures;
        this.waitingWork = waitingWork;
        this.products = products;
        this.pipeline = pipeline;
    }

    @Transactional(readOnly = true)
    public SalesSummary summary(StoreId store, DateRange range) {
        var trip = pipeline.open();
        var total = trip.add(sales.total(store, range));
        var waiting = waitingWork.ask(store, trip);
        return new SalesSummary(range, total.single(), 0, waiting);
    }

    /** One for each period that the range touches, empty ones too. */
    @Transactional(readOnly = true)
    public List<SalesPeriod> periods(StoreId store, DateRange range, SalesGrouping grouping) {
        var bySource = pipeline.ask(sales.bySource(store, range)).answer();
        var periods = new TreeMap<LocalDate, List<SourceDay>>();
        for (var day = range.from(); day.isBefore(range.to()); day = grouping.next(day)) {
            periods.put(day, new ArrayList<>());
        }
        for (var day : bySource) {
            periods.floorEntry(day.day()).getValue().add(day);
        }
        return periods.entrySet().stream()
                .map(each -> period(each.getKey(), each.getValue()))
                .toList();
    }

    private static SalesPeriod period(LocalDate from, List<SourceDay> days) {
        var bySource = new LinkedHashMap<String, SalesFigures>();
        for (var day : days) {
            bySource.merge(day.source(), day.figures(), SalesFigures::plus);
        }
        var all = bySource.values().stream().reduce(SalesFigures.NONE, SalesFigures::plus);
        return new SalesPeriod(from, all, 0, bySource);
    }

    /**
     * What sold best, and where.
     *
     * @param most so many products at most
     */
    @Transactional(readOnly = true)
    public ProductReport products(StoreId store, DateRange range, int most) {
        var trip = pipeline.open();
        var best = trip.add(figures.best(store, range, most));
        var byProvince = trip.add(sales.byProvince(store, range));
        trip.send();
        var ids = best.answer().stream().map(ProductSales::product).toList();
        var named = trip.addIf(!ids.isEmpty(), () -> products.offers(store, List.of(), ids));
        trip.send();
        var offers = named.answer().stream().collect(toMap(Offer::productId, Function.identity()));
        var revenue = byProvince.answer().stream()
                .mapToLong(each -> each.figures().money().revenue())
                .sum();
        return new ProductReport(
                results(best.answer(), offers, new ExpenseShares(0, revenue)),
                provinces(byProvince.answer(), new ExpenseShares(0, revenue)));
    }

    private static List<ProductReport.ProductResult> results(
            List<ProductSales> best, Map<UUID, Offer> offers, ExpenseShares shares) {
        return best.stream()
                .map(each -> {
                    // Products are archived and never deleted.
                    var offer = Objects.requireNonNull(offers.get(each.product()));
                    return new ProductReport.ProductResult(
                            each.product(),
                            offer.sku(),
                            offer.name(),
                            each.figures(),
                            shares.of(each.figures().revenue()));
                })
                .toList();
    }

    private static List<ProductReport.ProvinceResult> provinces(List<ProvinceSales> found, ExpenseShares shares) {
        return found.stream()
                .map(each -> new ProductReport.ProvinceResult(
                        each.provinceCode(),
                        each.figures(),
                        shares.of(each.figures().money().revenue())))
                .toList();
    }
}
