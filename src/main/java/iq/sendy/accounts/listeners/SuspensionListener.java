package iq.sendy.accounts.listeners;

import iq.sendy.accounts.SignIns;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends every sign-in of a store that is suspended. */
@Component
class SuspensionListener {

    private final SignIns signIns;

    SuspensionListener(SignIns signIns) {
        this.signIns = signIns;
    }

    @EventListener
    void on(StoreSuspended suspended) {
        signIns.endAll(new StoreId(suspended.store()));
    }
}
