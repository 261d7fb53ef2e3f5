package iq.sendy.orders;

import iq.sendy.inventory.Demand;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Terms;
import java.util.List;

/** What a basket comes to, or everything that is wrong with it. */
sealed interface PricingOutcome {

    /**
     * It can be ordered, if there is enough.
     *
     * @param demands tracked pieces, over all lines
     * @param priceDiffers whether a price was sent that is not the catalogue's
     */
    record Priced(PricedBasket basket, List<OrderLine> lines, List<Demand> demands, Terms terms, boolean priceDiffers)
            implements PricingOutcome {

        /** The same without its code, which did not hold. */
        Priced withoutCode() {
            return new Priced(basket, lines, demands, new Terms(terms.rules(), null), priceDiffers);
        }
    }

    /** It cannot; of a draft in which nothing but what its sender knows is wrong there are no violations. */
    record Invalid(List<Violation> violations) implements PricingOutcome {}
}
