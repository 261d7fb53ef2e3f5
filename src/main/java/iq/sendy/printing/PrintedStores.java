package iq.sendy.printing;

import iq.sendy.kernel.StoreId;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import org.springframework.stereotype.Component;

/** Stores as their papers name them. */
@Component
class PrintedStores {

    private final Stores stores;
    private final Settings storeSettings;

    PrintedStores(Stores stores, Settings storeSettings) {
        this.stores = stores;
        this.storeSettings = storeSettings;
    }

    /** A store's name, and the settings that say how its papers are written. */
    record PrintedStore(String name, StoreSettings settings) {}

    PrintedStore of(StoreId store) {
        var name = stores.find(store).map(StoreView::name).orElseThrow();
        return new PrintedStore(name, storeSettings.of(store));
    }
}
