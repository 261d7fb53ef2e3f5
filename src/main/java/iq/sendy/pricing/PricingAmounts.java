package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Amounts in discount codes, discount rules and shipping rules; a percentage without a minimum is none. */
@Component
class PricingAmounts implements StoredAmounts {

    private final RuleStore rules;

    PricingAmounts(RuleStore rules) {
        this.rules = rules;
    }

    @Override
    public boolean any(StoreId store) {
        return rules.anyAmount(store);
    }
}
