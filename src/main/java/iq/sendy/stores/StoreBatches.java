package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Batch work in every store, in the scope of each. */
@Component
public class StoreBatches {

    private final Stores stores;

    StoreBatches(Stores stores) {
        this.stores = stores;
    }

    /** Runs small batches, each a transaction of its own, so that no row is locked for long, until one finds nothing to do. */
    public void runUntilDone(ToLongFunction<StoreId> batch) {
        for (var store : stores.all()) {
            long done;
            do {
                done = CurrentTenant.in(store, () -> batch.applyAsLong(store));
            } while (done > 0);
        }
    }
}
