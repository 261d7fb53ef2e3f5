package iq.sendy.orders;

import iq.sendy.pricing.Priced;
import java.util.List;

/** Why an order costs what it costs, kept with it: what applied, what lost and why, and how shipping was chosen. */
public record PriceTrace(List<Priced.Applied> applied, List<Priced.Lost> lost, Priced.Shipping shipping) {

    public PriceTrace {
        applied = List.copyOf(applied);
        lost = List.copyOf(lost);
    }

    /** The trace of a price. */
    public static PriceTrace of(Priced priced) {
        return new PriceTrace(priced.applied(), priced.lost(), priced.shipping());
    }
}
