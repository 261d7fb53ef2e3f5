package iq.sendy.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.pricing.PricedBasket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suspicion against an order of a stranger: what makes somebody call before it goes on its way. It refuses nothing. */
public final class Suspicion {

    /** Of one product; who buys more buys for a shop, and that one answers the phone. */
    private static final long MANY_PIECES = 100;

    /** A parcel that was refused once is bad luck. */
    private static final long REFUSED_TWICE = 2;

    private Suspicion() {}

    /** The first reason that holds; null when there is none. */
    public static @Nullable HoldReason against(PricedBasket priced, Optional<CustomerStanding> standing) {
        if (standing.filter(Suspicion::refusesMore).isPresent()) {
            return HoldReason.REFUSED_BEFORE;
        }
        var many = priced.lines().stream().anyMatch(line -> line.quantity() > MANY_PIECES);
        return many ? HoldReason.MANY_PIECES : null;
    }

    private static boolean refusesMore(CustomerStanding standing) {
        return standing.refused() >= REFUSED_TWICE && standing.refused() > standing.delivered();
    }
}
