package iq.sendy.orders;

import iq.sendy.orders.PlaceOrder.Result;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.pricing.Terms;
import iq.sendy.stores.StoreSettings;

/** What an order comes to before it is stored. */
sealed interface PreparedOrder {

    /** Nothing is left to store: it is refused, there already, or a sale, which is stored with its session. */
    record Answered(Result result) implements PreparedOrder {}

    /** Its goods are taken. */
    record Ready(NewOrder order, Terms terms, StoreSettings settings, OrderGuard guard) implements PreparedOrder {}
}
