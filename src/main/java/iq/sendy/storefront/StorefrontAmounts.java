package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** The value from which a phone must be proved is an amount of money. */
@Component
class StorefrontAmounts implements StoredAmounts {

    private final StorefrontStore storefronts;
    private final Pipeline pipeline;

    StorefrontAmounts(StorefrontStore storefronts, Pipeline pipeline) {
        this.storefronts = storefronts;
        this.pipeline = pipeline;
    }

    @Override
    public boolean any(StoreId store) {
        return pipeline.ask(storefronts.find(store))
                .first()
                .filter(face -> face.otpAbove() != null)
                .isPresent();
    }
}
