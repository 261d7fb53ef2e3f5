package iq.sendy.identity.listeners;

import iq.sendy.identity.Identities;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A suspension, a new currency or zone holds from the next request. */
@Component
class StoreListener {

    private final Identities identities;

    StoreListener(Identities identities) {
        this.identities = identities;
    }

    @EventListener
    void on(StoreChanged changed) {
        identities.storeChanged(new StoreId(changed.store()));
    }
}
