package iq.sendy.cashier;

import iq.sendy.cashier.store.DrawerStore;
import iq.sendy.cashier.store.SaleStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cash that goes back for what customers return of sales that were paid in cash. It comes out of the drawer that is named, else
 * of whoever takes the goods back, else of the register that sold them. While none of them is open it waits for that register's
 * next session, as late sales do.
 */
@Service
public class CashRefunds {

    private final SaleStore sales;
    private final DrawerStore sessions;

    CashRefunds(SaleStore sales, DrawerStore sessions) {
        this.sales = sales;
        this.sessions = sessions;
    }

    /**
     * Holds the register that sold an order, before stock is held, and the drawer that is to pay for what comes back: of the
     * order, which is locked, all or nothing is paid.
     *
     * @param drawer null where none was named
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RefundDrawer hold(StoreId store, UUID order, @Nullable UUID drawer) {
        return new RefundDrawer(
                drawer, sales.lockSeller(store, order), drawer == null ? Query.none() : sessions.share(store, drawer));
    }

    /** Pays a refund of a sale: rounded as the sale was, so that all parts together are what was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Boolean> pay(StoreId store, Actor actor, CashRefund refund, @Nullable UUID drawer, Instant now) {
        return sales.refund(store, actor, refund, drawer, now);
    }

    /** What refunds came or would come to in cash: of each whose sale was paid so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<CashBack> amounts(StoreId store, List<CashRefund> refunds) {
        return sales.refunds(store, refunds);
    }

    /** What all refunds of an order came to in cash. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Long> paid(StoreId store, UUID order) {
        return sales.refunded(store, order);
    }
}
