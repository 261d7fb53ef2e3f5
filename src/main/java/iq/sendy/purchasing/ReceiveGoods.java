package iq.sendy.purchasing;

import iq.sendy.inventory.StockForecast;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Receive goods of a purchase order. */
public record ReceiveGoods(UUID order, List<GoodsArrival> arrivals) {

    public ReceiveGoods {
        arrivals = List.copyOf(arrivals);
    }

    /** What came of an item: pieces that were accepted, and pieces that were not. */
    public record GoodsArrival(UUID item, long accepted, long rejected) {

        public long pieces() {
            return accepted + rejected;
        }
    }

    /** What can come of it. */
    public sealed interface Result {

        record Received(PurchaseOrder order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** Goods come of what was sent, until all of it is there. */
        @RefusedWith(status = 409, code = "purchase_order.status.forbidden")
        record NotExpected(Set<PurchaseOrderStatus> allowed) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(ChangePurchaseOrder.forbidden(allowed));
            }
        }

        /** Items that the purchase order has not. */
        @RefusedWith(code = "order_item.unknown")
        record UnknownItems(List<Violation> violations) implements Result, Refusal {

            public UnknownItems {
                violations = List.copyOf(violations);
            }
        }

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

    /** What it would come to, were it done now. */
    public sealed interface Foresight {

        /** What stock and costs would become. */
        record Foreseen(List<StockForecast> forecasts) implements Foresight {

            public Foreseen {
                forecasts = List.copyOf(forecasts);
            }
        }

        /** It would be refused. */
        record WouldRefuse(Result why) implements Foresight {}
    }
}
