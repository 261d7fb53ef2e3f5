package iq.sendy.platform.tenancy;

import iq.sendy.kernel.StoreId;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Running as another tenant. Works for a store that the caller's credential does not name: signing in, registering, an
 * operator's change. An {@code Idempotency-Key} may have opened the transaction already, for whoever the caller is;
 * then it is lent to the store for that part, so that effect and kept answer still commit together.
 */
@Component
public class RunAsTenant {

    private final JdbcTemplate jdbc;

    RunAsTenant(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public <T> T in(StoreId store, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return CurrentTenant.in(store, work::get);
        }
        var lender = CurrentTenant.CURRENT.get();
        if (lender.equals(store)) {
            return work.get();
        }
        name(store);
        // A failure rolls the whole step back, so the lender's name matters only where there is something to go on
        // with.
        var result = CurrentTenant.in(store, work::get);
        name(lender);
        return result;
    }

    private void name(StoreId store) {
        // A UUID needs no escaping.
        jdbc.execute("set local app.store_id = '" + store + "'");
    }
}
