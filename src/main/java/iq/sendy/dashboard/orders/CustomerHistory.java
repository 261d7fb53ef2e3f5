package iq.sendy.dashboard.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came of a customer's other orders. */
@Component
class CustomerHistory {

    private final Customers customers;
    private final PageTrips trips;

    CustomerHistory(Customers customers, PageTrips trips) {
        this.customers = customers;
        this.trips = trips;
    }

    static boolean maySee(Caller caller) {
        return caller.missing("customers.view", "customers:read") == null;
    }

    /** Null where the order has no phone, or its reader may not know customers. */
    @Nullable
    CustomerStanding of(OrderView order, Caller caller) {
        var phone = order.customer().phone();
        if (phone == null || !maySee(caller)) {
            return null;
        }
        var standings = customers.standings(caller.store(), List.of(phone));
        trips.ask(List.of(standings));
        return standings.first().orElse(null);
    }
}
