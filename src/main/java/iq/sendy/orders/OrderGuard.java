package iq.sendy.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.inventory.StockChange;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.PricedBasket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Guard of one order: has a say in whether it is placed, by what the module of its entrance knows. What it asks and what it
 * notes shares the trips that the order makes anyway.
 */
public interface OrderGuard {

    /** Lets every order pass. */
    OrderGuard NONE = new OrderGuard() {

        @Override
        public List<Query<?>> questions() {
            return List.of();
        }

        @Override
        public Optional<UUID> repeats() {
            return Optional.empty();
        }

        @Override
        public Verdict rule(PricedBasket priced, Optional<CustomerStanding> standing) {
            return new Verdict.Admitted(null);
        }

        @Override
        public List<Query<?>> notes(UUID order) {
            return List.of();
        }

        @Override
        public void settle() {}
    };

    /** What it asks before all else, in this order: who locks something here is alone with it until the order is stored. */
    List<Query<?>> questions();

    /** The order that this one is once more, by the answers; of such a one nothing else is judged. */
    Optional<UUID> repeats();

    /**
     * What it makes of an order that has a price, before anything is written.
     *
     * @param standing of its customer; empty for a phone that the store does not know
     */
    Verdict rule(PricedBasket priced, Optional<CustomerStanding> standing);

    /** Pieces that were held for this order and are free again, in the trip in which it takes its own. */
    default Query<StockChange> handsBack() {
        return Query.none();
    }

    /** What it writes down of an order, in the trip that stores it. */
    List<Query<?>> notes(UUID order);

    /**
     * Looks at what came of the notes.
     *
     * @throws WriteConflict when somebody was faster
     */
    void settle();

    /** What a guard makes of an order. */
    sealed interface Verdict {

        /**
         * It may be placed.
         *
         * @param held why somebody has to call before it goes on its way
         */
        record Admitted(@Nullable HoldReason held) implements Verdict {}

        record Declined(Refusal why) implements Verdict {}
    }
}
