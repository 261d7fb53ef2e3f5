package iq.sendy.orders;

import iq.sendy.pricing.PricedBasket;
import java.util.List;

/** Why an order costs what it costs, kept with it: what applied, what lost and why, and how shipping was chosen. */
public record PriceTrace(
        List<PricedBasket.Applied> applied, List<PricedBasket.LostDiscount> lost, PricedBasket.Shipping shipping) {

    public PriceTrace {
        applied = List.copyOf(applied);
        lost = List.copyOf(lost);
    }

    /** The trace of a price. */
    public static PriceTrace of(PricedBasket pricedBasket) {
        return new PriceTrace(pricedBasket.applied(), pricedBasket.lost(), pricedBasket.shipping());
    }
}
