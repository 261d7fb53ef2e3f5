package iq.sendy.shop.web;

import iq.sendy.checkout.OrderTracking;
import iq.sendy.checkout.OrderTracking.TrackedStep;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.pages.PageDates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Way of an order as its page draws it: five stages, of which those behind it are done. One that has left the way has none,
 * and its steps are listed instead.
 *
 * @param changed when it last came to a status
 */
record TrackedWay(List<Stage> stages, List<Step> steps, String changed) {

    private static final List<OrderStatus> STAGES = List.of(
            OrderStatus.PENDING,
            OrderStatus.CONFIRMED,
            OrderStatus.READY,
            OrderStatus.IN_TRANSIT,
            OrderStatus.DELIVERED);

    /** A stage by the status that it is now called by. */
    record Stage(
            OrderStatus status, StageState state, @Nullable String when) {}

    enum StageState {
        DONE,
        NOW,
        AHEAD
    }

    /** What happened, and when. */
    record Step(OrderStatus status, String when) {}

    static TrackedWay of(OrderTracking order, PageDates dates) {
        var steps = order.timeline().stream()
                .map(step -> new Step(step.status(), dates.moment(step.occurredAt())))
                .toList();
        var changed = order.timeline().stream()
                .map(TrackedStep::occurredAt)
                .max(Comparator.naturalOrder())
                .map(dates::moment)
                .orElse("");
        var now = place(order.status());
        var stages = IntStream.range(0, now < 0 ? 0 : STAGES.size())
                .mapToObj(at -> stage(order, at, now, dates))
                .toList();
        return new TrackedWay(stages, steps, changed);
    }

    private static Stage stage(OrderTracking order, int at, int now, PageDates dates) {
        var state = StageState.AHEAD;
        if (at < now || order.status() == OrderStatus.DELIVERED) {
            state = StageState.DONE;
        } else if (at == now) {
            state = StageState.NOW;
        }
        var status = state == StageState.NOW ? order.status() : STAGES.get(at);
        return new Stage(
                status, state, reached(order, status).map(dates::moment).orElse(null));
    }

    private static Optional<Instant> reached(OrderTracking order, OrderStatus status) {
        return order.timeline().stream()
                .filter(step -> step.status() == status)
                .map(TrackedStep::occurredAt)
                .max(Comparator.naturalOrder());
    }

    /** Which stage a status belongs to; below zero when it is on no way to the customer. */
    private static int place(OrderStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case CONFIRMED -> 1;
            case READY -> 2;
            case IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED -> 3;
            case DELIVERED -> 4;
            case REFUSED, RETURNING, RETURNED, CANCELLED -> -1;
        };
    }
}
