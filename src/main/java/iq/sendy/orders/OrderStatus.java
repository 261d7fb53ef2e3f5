package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** Where an order is on its way; {@code OrderStateMachine} has the steps. */
public enum OrderStatus implements WireWord {
    PENDING("Pending"),
    CONFIRMED("Confirmed"),
    READY("Ready"),
    IN_TRANSIT("InTransit"),
    OUT_FOR_DELIVERY("OutForDelivery"),
    DELIVERED("Delivered"),
    POSTPONED("Postponed"),
    REFUSED("Refused"),
    RETURNING("Returning"),
    RETURNED("Returned"),
    CANCELLED("Cancelled");

    private final String word;

    OrderStatus(String word) {
        this.word = word;
    }

    /** Whether a step to it is an event of its own beside the step itself. */
    public boolean toldTwice() {
        return this == DELIVERED || this == CANCELLED;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
