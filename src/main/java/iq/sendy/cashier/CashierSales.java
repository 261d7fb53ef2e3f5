package iq.sendy.cashier;

import iq.sendy.cashier.store.SaleStore;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sales at the counter, as the module sees them that places their orders: its trips carry these queries. A sale holds its
 * session from the first trip on, so that a close waits for it; one that has happened holds its register.
 */
@Service
public class CashierSales {

    private final SaleStore sales;
    private final Pipeline pipeline;

    CashierSales(SaleStore sales, Pipeline pipeline) {
        this.sales = sales;
        this.pipeline = pipeline;
    }

    /** Finds where a sale belongs and holds it there; an order that may be a sale is one if its sender has a session open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SaleQueries ask(StoreId store, RegisterSale sale) {
        if (!sale.certain() && sale.seller() == null) {
            return new SaleQueries(sale, Query.none(), Query.none(), Query.none());
        }
        return new SaleQueries(
                sale,
                sale.happened() ? sales.lockRegister(store, sale) : Query.none(),
                before(store, sale),
                sale.happened() ? sales.register(store, sale) : sales.shareSession(store, sale));
    }

    /** As {@link #ask}, for what will not be placed: nothing is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SaleQueries look(StoreId store, RegisterSale sale) {
        return !sale.certain() && sale.seller() == null
                ? new SaleQueries(sale, Query.none(), Query.none(), Query.none())
                : new SaleQueries(sale, Query.none(), before(store, sale), sales.register(store, sale));
    }

    /** Where a sale would belong, in a trip of its own: for a request that is refused anyway. */
    @Transactional(readOnly = true)
    public SalePlace preview(StoreId store, RegisterSale sale) {
        var queries = look(store, sale);
        pipeline.send(queries.parts());
        return queries.place();
    }

    private Query<UUID> before(StoreId store, RegisterSale sale) {
        return sale.saleId() == null ? Query.none() : sales.before(store, sale.saleId());
    }

    /**
     * How a total is paid.
     *
     * @param tendered the cash that was handed over, as far as it was said
     */
    public static CashPayment payment(
            SalePlace.AtRegister place, RegisterSale said, Tendered tendered, Currency currency) {
        if (!tendered.method().equals(NewSale.CASH)) {
            return CashPayment.without(tendered.total());
        }
        var step = Objects.requireNonNullElseGet(
                place.cashRounding(), () -> CashierSettings.defaults(currency).cashRounding());
        return said.happened()
                ? CashPayment.happened(tendered.total(), tendered.cash(), step)
                : CashPayment.of(tendered.total(), tendered.cash(), step);
    }

    /** Records a sale in its session: a row when it was not sent before. It goes first on the trip that writes the order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<UUID> record(StoreId store, NewSale sale, Instant now) {
        return sales.insert(store, sale, now);
    }
}
