package iq.sendy.dashboard.orders;

import iq.sendy.accounts.Presence;
import iq.sendy.accounts.PresenceActivity;
import iq.sendy.accounts.PresenceDesk;
import iq.sendy.accounts.Presences;
import iq.sendy.accounts.Presences.OpenedFirst;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.dashboard.PresencePage;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is to be called now. */
@Component
class CallQueues {

    private static final int SHOWN = 20;

    private final ConfirmationDesk desk;
    private final Orders orders;
    private final Presences presences;
    private final PageTrips trips;

    CallQueues(ConfirmationDesk desk, Orders orders, Presences presences, PageTrips trips) {
        this.desk = desk;
        this.orders = orders;
        this.presences = presences;
        this.trips = trips;
    }

    /**
     * The queue, with one of it open: the one that was chosen if it is among them, and else the first that nobody else has.
     */
    CallQueue read(Caller caller, @Nullable UUID chosen, Instant now) {
        var filter = new OrderFilter(List.of(), List.of(), null, null, null, OrderFilter.Created.ANY_TIME, null, now);
        var page = desk.due(caller.store(), filter, new Paging(1, SHOWN, null, UnaryOperator.identity()));
        var total = page.totalCount();
        var due = total == null ? page.items().size() : total;
        if (page.items().isEmpty()) {
            return new CallQueue(List.of(), due, null, Map.of());
        }
        var opened =
                opened(caller, chosen, page.items().stream().map(OrderView::id).toList());
        var current = page.items().stream()
                .filter(order -> order.id().equals(opened.subject()))
                .findFirst()
                .orElseThrow();
        return new CallQueue(
                page.items(), due, current, opened.others().stream().collect(Collectors.groupingBy(Presence::subject)));
    }

    private OpenedFirst opened(Caller caller, @Nullable UUID chosen, List<UUID> due) {
        var seat = PresencePage.seat(caller, PresenceDesk.CONFIRMATION);
        return chosen != null && due.contains(chosen)
                ? new OpenedFirst(chosen, presences.open(seat, chosen, PresenceActivity.LOOKING))
                : presences.openFirst(seat, due);
    }

    /** How many are not confirmed yet, those among them that are called at another time. */
    long waiting(Caller caller) {
        var waiting = orders.countIn(caller.store(), List.of(OrderStatus.PENDING));
        trips.ask(List.of(waiting));
        return waiting.first().orElse(0L);
    }
}
