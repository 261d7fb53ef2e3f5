package iq.sendy.analytics;

import iq.sendy.analytics.store.CalendarStore;
import iq.sendy.analytics.store.FigureRecountStore;
import iq.sendy.analytics.store.FigureRecountStore.ProductDrift;
import iq.sendy.analytics.store.FigureRecountStore.SalesDrift;
import iq.sendy.analytics.store.ProductFigureStore;
import iq.sendy.analytics.store.SalesFigureStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recount of the figures from the orders themselves: says what they are off by, and mends it. It builds the figures of a store
 * that has none yet in the same way, since those are off by all of it.
 */
@Service
public class FigureRecount {

    /** Two that mend at once would both add what is missing. */
    private static final String LOCK = "analytics";

    private final FigureRecountStore recounts;
    private final CalendarStore calendars;
    private final SalesFigureStore sales;
    private final ProductFigureStore products;
    private final Pipeline pipeline;

    FigureRecount(
            FigureRecountStore recounts,
            CalendarStore calendars,
            SalesFigureStore sales,
            ProductFigureStore products,
            Pipeline pipeline) {
        this.recounts = recounts;
        this.calendars = calendars;
        this.sales = sales;
        this.products = products;
        this.pipeline = pipeline;
    }

    /** What the figures of some days are off by. */
    private record Drift(ZoneId zone, List<SalesDrift> sales, List<ProductDrift> products) {

        long rows() {
            return (long) sales.size() + products.size();
        }
    }

    /** The weeks that there is something to be counted of: a statement never counts all of a store. */
    @Transactional(readOnly = true)
    public List<DateRange> weeks(StoreId store) {
        return pipeline.ask(recounts.span(store)).first().stream()
                .flatMap(span -> span.from().datesUntil(span.to(), Period.ofWeeks(1)))
                .map(day -> new DateRange(day, day.plusWeeks(1)))
                .toList();
    }

    /** How many rows of the figures of some days differ from a recount. */
    @Transactional(readOnly = true)
    public long drift(StoreId store, DateRange days) {
        return drift(store, days, pipeline.ask(calendars.zone(store))).rows();
    }

    /** Makes the figures of some days those of a recount, whatever is changed beside it; answers how many rows differed. */
    @Transactional
    public long mend(StoreId store, DateRange days) {
        var zone = calendars.zone(store);
        pipeline.send(StoreLock.take(store, LOCK), zone);
        var drift = drift(store, days, zone);
        var trip = pipeline.open();
        trip.addIf(!drift.sales().isEmpty(), () -> sales.add(store, salesChanges(drift)));
        trip.addIf(!drift.products().isEmpty(), () -> products.add(store, productChanges(drift)));
        trip.send();
        return drift.rows();
    }

    private Drift drift(StoreId store, DateRange days, Query<ZoneId> asked) {
        var zone = asked.single();
        var ofSales = recounts.sales(store, days);
        var ofProducts = recounts.products(store, days);
        pipeline.send(ofSales, ofProducts);
        return new Drift(zone, ofSales.answer(), ofProducts.answer());
    }

    private static List<SalesChange> salesChanges(Drift drift) {
        return drift.sales().stream()
                .map(row ->
                        new SalesChange(noon(row.day(), drift.zone()), row.source(), row.provinceCode(), row.figures()))
                .toList();
    }

    private static List<ProductFigureChange> productChanges(Drift drift) {
        return drift.products().stream()
                .map(row -> new ProductFigureChange(noon(row.day(), drift.zone()), row.product(), row.figures()))
                .toList();
    }

    /** Far from where the day begins: it is that day too where the calendar is of other rules than this JDK knows. */
    private static Instant noon(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
