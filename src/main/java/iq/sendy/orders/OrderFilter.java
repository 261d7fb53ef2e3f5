package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted; all that is given must hold.
 *
 * @param statuses empty for any
 * @param provinceCode where they go to
 * @param q number, public id or external reference equal to it, a part of the name, or a phone or its last digits
 * @param toCallAt those that the confirmation desk has to call at this time
 */
public record OrderFilter(
        List<OrderStatus> statuses,
        List<OrderSource> sources,
        @Nullable Phone phone,
        @Nullable String externalRef,
        @Nullable String provinceCode,
        Created created,
        @Nullable String q,
        @Nullable Instant toCallAt) {

    /**
     * When they were created.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Created(@Nullable Instant from, @Nullable Instant to) {

        public static final Created ANY_TIME = new Created(null, null);
    }

    public static final OrderFilter ANY =
            new OrderFilter(List.of(), List.of(), null, null, null, Created.ANY_TIME, null, null);

    /** Those in one of these statuses, and nothing else is asked. */
    public static OrderFilter ofStatuses(List<OrderStatus> statuses) {
        return new OrderFilter(statuses, List.of(), null, null, null, Created.ANY_TIME, null, null);
    }

    /** Those that are found by words, and nothing else is asked. */
    public static OrderFilter ofWords(@Nullable String q) {
        return new OrderFilter(List.of(), List.of(), null, null, null, Created.ANY_TIME, q, null);
    }

    public OrderFilter {
        statuses = List.copyOf(statuses);
        sources = List.copyOf(sources);
    }
}
