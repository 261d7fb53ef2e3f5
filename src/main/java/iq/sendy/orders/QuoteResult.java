package iq.sendy.orders;

import iq.sendy.pricing.PricedBasket;
import java.util.List;

/** All that can come of asking for a quote. */
public sealed interface QuoteResult {

    record Quoted(PricedBasket priced) implements QuoteResult {}

    /** It names what the store does not have. A code that does not hold is no flaw here: it is among what was lost. */
    record Invalid(List<OrderViolation> flaws) implements QuoteResult {}
}
