package iq.sendy.analytics.listeners;

import iq.sendy.analytics.FigureRebuild;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the days of a store begin follows its settings. */
@Component
class StoreZoneListener {

    private final FigureRebuild rebuild;
    private final RunAsTenant tenants;

    StoreZoneListener(FigureRebuild rebuild, RunAsTenant tenants) {
        this.rebuild = rebuild;
        this.tenants = tenants;
    }

    @EventListener
    void on(StoreChanged changed) {
        // An operator's change is heard in the operator's own scope.
        var store = new StoreId(changed.store());
        tenants.in(store, () -> {
            rebuild.follow(store);
            return store;
        });
    }
}
