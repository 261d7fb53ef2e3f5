package iq.sendy.analytics;

import iq.sendy.analytics.store.SalesFigureStore;
import iq.sendy.finance.ExpenseTotals.PeriodCost;
import iq.sendy.finance.Expenses;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.platform.sql.Pipeline;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Summaries of periods: what became of their orders, their money and calls, and what waits now. */
@Service
public class SalesSummaries {

    private final SalesFigureStore sales;
    private final WaitingWorkCounts waitingWork;
    private final ConfirmationDesk desk;
    private final Expenses expenses;
    private final Pipeline pipeline;

    SalesSummaries(
            SalesFigureStore sales,
            WaitingWorkCounts waitingWork,
            ConfirmationDesk desk,
            Expenses expenses,
            Pipeline pipeline) {
        this.sales = sales;
        this.waitingWork = waitingWork;
        this.desk = desk;
        this.expenses = expenses;
        this.pipeline = pipeline;
    }

    /**
     * Summary of some days.
     *
     * @param zone where the days of the store begin
     */
    @Transactional(readOnly = true)
    public SalesSummary of(StoreId store, DateRange range, ZoneId zone) {
        var from = range.from().atStartOfDay(zone).toInstant();
        var to = range.to().atStartOfDay(zone).toInstant();
        var trip = pipeline.open();
        var total = trip.add(sales.total(store, range));
        var spent = trip.add(expenses.costs(store, List.of(from, to)));
        var calls = trip.add(desk.byPerson(store, from, to));
        var waiting = waitingWork.ask(store, trip);
        var cost = spent.answer().stream().mapToLong(PeriodCost::cost).sum();
        return new SalesSummary(range, total.single(), cost, waiting, calls.answer());
    }
}
