package iq.sendy.orders;

import java.util.List;

/** An order with everything that happened to it. */
public record OrderDetails(OrderView order, List<TimelineEntry> timeline) {

    public OrderDetails {
        timeline = List.copyOf(timeline);
    }
}
