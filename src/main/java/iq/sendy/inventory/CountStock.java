package iq.sendy.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock count: somebody counted what is on hand in a row of stock.
 *
 * @param expected what was on hand when the counting began; null when it does not matter
 */
public record CountStock(
        UUID item,
        long onHand,
        @Nullable Long expected,
        @Nullable String reason) {

    public sealed interface Result {

        record Counted(ItemView item) implements Result {}

        record NoSuchItem() implements Result {}

        /** Something moved since the counting began. */
        record Stale(long onHand) implements Result {}

        /** Less than what is promised to orders. */
        record BelowReserved(long onHand, long reserved) implements Result {}
    }
}
