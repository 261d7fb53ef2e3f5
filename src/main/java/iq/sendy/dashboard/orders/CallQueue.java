package iq.sendy.dashboard.orders;

import iq.sendy.accounts.Presence;
import iq.sendy.orders.OrderView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those that are to be called now, the longest waiting first, as far as they are shown.
 *
 * @param due how many there are in all
 * @param current the one that is open; null where there is none
 * @param others who else has which open
 */
record CallQueue(List<OrderView> orders, long due, @Nullable OrderView current, Map<UUID, List<Presence>> others) {

    CallQueue {
        orders = List.copyOf(orders);
        others = Map.copyOf(others);
    }

    /** Who else has one open. */
    public List<Presence> at(OrderView order) {
        return others.getOrDefault(order.id(), List.of());
    }

    /** The first behind another that nobody else has, and else the one behind it; null where it is the last. */
    @Nullable
    OrderView behind(OrderView order) {
        var rest = orders.subList(orders.indexOf(order) + 1, orders.size());
        return rest.stream().filter(this::isFree).findFirst().orElse(rest.isEmpty() ? null : rest.getFirst());
    }

    /** Whether no order before it waits for whoever comes first. */
    boolean begins(OrderView order) {
        return orders.subList(0, orders.indexOf(order)).stream().noneMatch(this::isFree);
    }

    private boolean isFree(OrderView order) {
        return at(order).isEmpty();
    }
}
