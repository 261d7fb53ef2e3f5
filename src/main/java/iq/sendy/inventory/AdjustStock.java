package iq.sendy.inventory;

import iq.sendy.inventory.store.StockStore;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.UUID;

/** Stock adjustment: so many pieces more, or fewer, for a reason. */
public record AdjustStock(UUID item, long delta, String reason) {

    /** What can come of it. */
    public sealed interface Result {

        record Adjusted(ItemView item) implements Result {}

        record NoSuchItem() implements Result {}

        /** Less than what is promised to orders, or less than nothing. */
        @RefusedWith(status = 409, code = "stock.below_reserved")
        record BelowReserved(long onHand, long reserved) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("delta", "stock.below_reserved")
                        .with("quantityOnHand", onHand)
                        .with("quantityReserved", reserved));
            }
        }

        /** More than a row holds. */
        @RefusedWith(code = "field.out_of_range")
        record TooMany(long onHand) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at(
                        "delta",
                        "field.out_of_range",
                        Long.toString(-onHand),
                        Long.toString(StockStore.MOST - onHand)));
            }
        }
    }
}
