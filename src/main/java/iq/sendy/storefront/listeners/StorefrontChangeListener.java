package iq.sendy.storefront.listeners;

import iq.sendy.storefront.OpenStorefronts;
import iq.sendy.storefront.StorefrontChanged;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was changed in this process is shown from the next request. */
@Component
class StorefrontChangeListener {

    private final OpenStorefronts storefronts;

    StorefrontChangeListener(OpenStorefronts storefronts) {
        this.storefronts = storefronts;
    }

    @EventListener
    void on(StoreChanged changed) {
        forgetAfterwards();
    }

    @EventListener
    void on(StorefrontChanged changed) {
        forgetAfterwards();
    }

    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                storefronts.forget();
            }
        });
    }
}
