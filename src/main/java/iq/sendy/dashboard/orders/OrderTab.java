package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderStatus;
import java.util.Arrays;
import java.util.List;

/** Tabs of the list of orders: what is to be done with them. */
enum OrderTab {
    CONFIRM("confirm"),
    PACK("pack"),
    COURIER("courier"),
    BACK("back"),
    ALL("all");

    private final String word;

    OrderTab(String word) {
        this.word = word;
    }

    /** The one that is asked for; all, where it is none. */
    static OrderTab of(String wanted) {
        return Arrays.stream(values())
                .filter(tab -> tab.word.equals(wanted))
                .findFirst()
                .orElse(ALL);
    }

    String word() {
        return word;
    }

    String key() {
        return "orders.tab." + word;
    }

    /** Empty for all. */
    List<OrderStatus> statuses() {
        return switch (this) {
            case CONFIRM -> List.of(OrderStatus.PENDING);
            case PACK -> List.of(OrderStatus.CONFIRMED, OrderStatus.READY);
            case COURIER -> List.of(OrderStatus.IN_TRANSIT, OrderStatus.OUT_FOR_DELIVERY, OrderStatus.POSTPONED);
            case BACK -> List.of(OrderStatus.REFUSED, OrderStatus.RETURNING);
            case ALL -> List.of();
        };
    }

    /** Where many of them may go at once. */
    List<OrderStatus> targets() {
        return switch (this) {
            case CONFIRM -> List.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED);
            case PACK -> List.of(OrderStatus.READY, OrderStatus.IN_TRANSIT, OrderStatus.CANCELLED);
            case COURIER ->
                List.of(
                        OrderStatus.OUT_FOR_DELIVERY,
                        OrderStatus.DELIVERED,
                        OrderStatus.POSTPONED,
                        OrderStatus.REFUSED);
            case BACK -> List.of(OrderStatus.RETURNING, OrderStatus.RETURNED);
            case ALL -> List.of();
        };
    }
}
