package iq.sendy.inventory;

import java.util.UUID;

/** Stock adjustment: so many pieces more, or fewer, for a reason. */
public record AdjustStock(UUID item, long delta, String reason) {

    public sealed interface Result {

        record Adjusted(ItemView item) implements Result {}

        record NoSuchItem() implements Result {}

        /** Less than what is promised to orders, or less than nothing. */
        record BelowReserved(long onHand, long reserved) implements Result {}

        /** More than a row holds. */
        record TooMany(long onHand) implements Result {}
    }
}
