package iq.sendy.purchasing;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Amount;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Change a purchase order, take a step with it, or both.
 *
 * @param items all of them anew; null leaves them
 * @param status the step; null for none
 * @param receipts what came with the step; null when that is not said
 */
public record ChangePurchaseOrder(
        UUID order,
        Currency currency,
        UnaryOperator<PurchaseOrderDetails> merge,
        @Nullable List<PurchaseOrderItem.Ordered> items,
        @Nullable PurchaseOrderStatus status,
        @Nullable List<GoodsArrival> receipts) {

    /** What can come of it. */
    public sealed interface Result {

        record Changed(PurchaseOrder order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** The machine has no such step; {@code allowed} are the ones it has. */
        @RefusedWith(status = 409, code = "purchase_order.status.forbidden")
        record Forbidden(Set<PurchaseOrderStatus> allowed) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(forbidden(allowed));
            }
        }

        /** Items are a draft's to change, and fees may change until it is cancelled. */
        @RefusedWith(status = 409, code = "purchase_order.status.forbidden")
        record Fixed(String field) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at(field, "purchase_order.status.forbidden"));
            }
        }

        /** Fewer fees than receipts have carried. */
        @RefusedWith(code = "field.out_of_range", field = "additionalFees")
        record FeesCarried(String least) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("additionalFees", "field.out_of_range", least, Long.toString(Amount.MOST)));
            }
        }

        /** Nothing was received, and nothing is said to come. */
        @RefusedWith(code = "field.required", field = "receipts")
        record NothingReceived() implements Result, Refusal {}

        /** More came than is open. */
        @RefusedWith(status = 409, code = "purchase_order.over_received")
        record TooMany(List<Violation> violations) implements Result, Refusal {

            public TooMany {
                violations = List.copyOf(violations);
            }
        }

        /** More than a row of stock holds. */
        @RefusedWith(code = "field.out_of_range")
        record NoRoom(List<Violation> violations) implements Result, Refusal {

            public NoRoom {
                violations = List.copyOf(violations);
            }
        }
    }

    static Violation forbidden(Set<PurchaseOrderStatus> allowed) {
        return Violation.of("purchase_order.status.forbidden")
                .with(
                        "allowed",
                        allowed.stream().map(PurchaseOrderStatus::toString).toList());
    }
}
