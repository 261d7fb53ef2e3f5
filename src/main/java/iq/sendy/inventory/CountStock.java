package iq.sendy.inventory;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
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

    /** What can come of it. */
    public sealed interface Result {

        record Counted(ItemView item) implements Result {}

        record NoSuchItem() implements Result {}

        /** Something moved since the counting began. */
        @RefusedWith(status = 409, code = "stock.stale")
        record Stale(long onHand) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(
                        Violation.at("expectedQuantityOnHand", "stock.stale").with("quantityOnHand", onHand));
            }
        }

        /** Less than what is promised to orders. */
        @RefusedWith(status = 409, code = "stock.below_reserved")
        record BelowReserved(long onHand, long reserved) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("quantityOnHand", "stock.below_reserved")
                        .with("quantityOnHand", onHand)
                        .with("quantityReserved", reserved));
            }
        }
    }
}
