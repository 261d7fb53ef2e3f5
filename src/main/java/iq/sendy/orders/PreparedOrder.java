package iq.sendy.orders;

import iq.sendy.cashier.NewSale;
import iq.sendy.orders.PlaceOrder.Result;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.pricing.Terms;
import iq.sendy.stores.StoreSettings;
import org.jspecify.annotations.Nullable;

/** What an order comes to before it is stored. */
sealed interface PreparedOrder {

    /** Nothing is left to store: it is refused, or there already. */
    record Answered(Result result) implements PreparedOrder {}

    /**
     * Its goods are taken.
     *
     * @param sale the sale at the counter that it is
     */
    record Ready(
            NewOrder order,
            Terms terms,
            StoreSettings settings,
            OrderGuard guard,
            @Nullable NewSale sale) implements PreparedOrder {}
}
