package iq.sendy.cashier;

import iq.sendy.cashier.store.SaleStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cash that goes back for what customers return of sales that were paid in cash. It comes out of the drawer of whoever takes
 * the goods back, else of the register that sold them, else of the one opened last. While no drawer is open it came from
 * elsewhere: then it is recorded, and no session has it.
 */
@Service
public class CashRefunds {

    private final SaleStore sales;

    CashRefunds(SaleStore sales) {
        this.sales = sales;
    }

    /** Pays a refund of a sale whose order is locked: rounded as the sale was, so that all parts together are what was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Boolean> pay(StoreId store, Actor actor, CashRefund refund, Instant now) {
        return sales.refund(store, actor, refund, now);
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
