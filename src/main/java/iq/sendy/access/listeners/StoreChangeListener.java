package iq.sendy.access.listeners;

import iq.sendy.access.CredentialCache;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A suspension, a new currency or zone holds from the next request. */
@Component
class StoreChangeListener {

    private final CredentialCache credentialCache;

    StoreChangeListener(CredentialCache credentialCache) {
        this.credentialCache = credentialCache;
    }

    @EventListener
    void on(StoreChanged changed) {
        credentialCache.forgetStore(new StoreId(changed.store()));
    }
}
