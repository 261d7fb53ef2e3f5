package iq.sendy.cashier;

import iq.sendy.cashier.store.DrawerStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Amounts of the counter: a store with a session, or with settings of its own, keeps its currency. */
@Component
class CashierAmounts implements StoredAmounts {

    private final DrawerStore sessions;
    private final Pipeline pipeline;

    CashierAmounts(DrawerStore sessions, Pipeline pipeline) {
        this.sessions = sessions;
        this.pipeline = pipeline;
    }

    @Override
    public boolean any(StoreId store) {
        return pipeline.ask(sessions.anyAmount(store)).single();
    }
}
