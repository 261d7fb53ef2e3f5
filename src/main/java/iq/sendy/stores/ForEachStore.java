package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Work that is done store by store, in the scope of each. */
@Component
public class ForEachStore {

    private final Stores stores;

    ForEachStore(Stores stores) {
        this.stores = stores;
    }

    /** Takes small steps, each a transaction of its own, so that no row is locked for long. */
    public void untilNothingIsLeft(ToLongFunction<StoreId> step) {
        for (var store : stores.all()) {
            long done;
            do {
                done = CurrentTenant.in(store, () -> step.applyAsLong(store));
            } while (done > 0);
        }
    }
}
