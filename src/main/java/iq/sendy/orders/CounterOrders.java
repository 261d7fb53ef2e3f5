package iq.sendy.orders;

import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.cashier.SalePlace;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders that are sales at the counter: sent many at a time, and found in another session than when they were placed. */
@Service
public class CounterOrders {

    private static final Duration OLDEST_SALE = Duration.ofDays(7);
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    private final Orders each;
    private final BulkOrders all;
    private final CashierSales sales;
    private final OrderStore orders;
    private final Pipeline pipeline;

    CounterOrders(Orders each, BulkOrders all, CashierSales sales, OrderStore orders, Pipeline pipeline) {
        this.each = each;
        this.all = all;
        this.sales = sales;
        this.orders = orders;
        this.pipeline = pipeline;
    }

    /**
     * Places sales in their order, each by itself. Each has a transaction of its own, so that none waits for a hundred; in a
     * transaction that is running, where an answer is kept with its key, they are one step, whose events are told once.
     */
    public List<PlaceOrder.Result> place(StoreId store, Actor actor, List<PlaceOrder> sales) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? all.place(store, actor, sales, BulkMode.PARTIAL)
                : sales.stream().map(sale -> each.place(store, actor, sale)).toList();
    }

    /**
     * What is wrong with the time that a sale is said to have happened at: it did so in the last seven days, unless it was
     * taken in time and comes again, for then its order is answered.
     */
    public Optional<Violation> untimely(StoreId store, RegisterSale said, Instant now) {
        return soldOutOfTime(said, now)
                .filter(_ -> !isLongAgo(said, now) || !(sales.preview(store, said) instanceof SalePlace.SoldBefore));
    }

    /** As {@link #untimely}, of what was not sent before. */
    public static Optional<Violation> soldOutOfTime(RegisterSale said, Instant now) {
        var at = said.soldAt();
        var latest = now.plus(CLOCKS_MAY_DIFFER);
        return at == null || (!isLongAgo(said, now) && !at.isAfter(latest))
                ? Optional.empty()
                : Optional.of(Violation.at(
                        "soldAt", "field.out_of_range", now.minus(OLDEST_SALE).toString(), latest.toString()));
    }

    private static boolean isLongAgo(RegisterSale said, Instant now) {
        var at = said.soldAt();
        return at != null && at.isBefore(now.minus(OLDEST_SALE));
    }

    /** Sales that waited for their register's next session are in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bookInSession(StoreId store, UUID session, List<UUID> sales) {
        pipeline.send(orders.bookInSession(store, session, sales));
    }
}
