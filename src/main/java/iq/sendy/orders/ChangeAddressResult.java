package iq.sendy.orders;

/** All that can come of changing where an order goes. */
public sealed interface ChangeAddressResult {

    record Changed(OrderDetails order) implements ChangeAddressResult {}

    record NoSuchOrder() implements ChangeAddressResult {}

    /** It has been handed to a courier, or was cancelled. */
    record Closed(OrderStatus status) implements ChangeAddressResult {}
}
