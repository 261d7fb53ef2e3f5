package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.PageTrips;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Who is to be called now. */
@Component
class CallQueues {

    private static final int SHOWN = 20;

    private final ConfirmationDesk desk;
    private final Orders orders;
    private final PageTrips trips;

    CallQueues(ConfirmationDesk desk, Orders orders, PageTrips trips) {
        this.desk = desk;
        this.orders = orders;
        this.trips = trips;
    }

    CallQueue read(Caller caller, Instant now) {
        var filter = new OrderFilter(List.of(), List.of(), null, null, null, OrderFilter.Created.ANY_TIME, null, now);
        var page = desk.due(caller.store(), filter, new Paging(1, SHOWN, null, UnaryOperator.identity()));
        var total = page.totalCount();
        return new CallQueue(page.items(), total == null ? page.items().size() : total);
    }

    /** How many are not confirmed yet, those among them that are called at another time. */
    long waiting(Caller caller) {
        var waiting = orders.countIn(caller.store(), List.of(OrderStatus.PENDING));
        trips.ask(List.of(waiting));
        return waiting.first().orElse(0L);
    }
}
