package iq.sendy.orders;

import java.util.List;

/** All that can come of placing an order. A new outcome is a compile error at every caller that must face it. */
public sealed interface PlaceOrderResult {

    /**
     * It is stored.
     *
     * @param duplicateExternalRef whether another order owns the reference
     */
    record Placed(OrderView order, boolean duplicateExternalRef) implements PlaceOrderResult {}

    /** The reference was used before for the same content: this is the first order. */
    record PlacedBefore(OrderView order) implements PlaceOrderResult {}

    /** It names what the store does not have, or a code that does not hold. */
    record Invalid(List<OrderViolation> flaws) implements PlaceOrderResult {}

    /** The store takes no orders from this customer. */
    record CustomerBlocked() implements PlaceOrderResult {}

    /** The reference is taken by an order with other content, and the store forbids repeats. */
    record ExternalRefConflict(OrderView owner) implements PlaceOrderResult {}

    /** There is not enough of something. */
    record OutOfStock(List<Shortage> shortages) implements PlaceOrderResult {}
}
