package iq.sendy.orders;

import iq.sendy.kernel.WireWord;
import java.util.Optional;

/** Outcome of a confirmation call: what came of calling the customer of a pending order. */
public enum ConfirmationOutcome implements WireWord {
    CONFIRMED("Confirmed"),
    NO_ANSWER("NoAnswer"),
    BUSY("Busy"),
    WRONG_NUMBER("WrongNumber"),
    CALL_AGAIN("CallAgain"),
    REJECTED("Rejected");

    private final String word;

    ConfirmationOutcome(String word) {
        this.word = word;
    }

    /** The step that the order takes with it; empty where it stays pending. */
    Optional<OrderStatus> step() {
        return switch (this) {
            case CONFIRMED -> Optional.of(OrderStatus.CONFIRMED);
            case REJECTED -> Optional.of(OrderStatus.CANCELLED);
            case NO_ANSWER, BUSY, WRONG_NUMBER, CALL_AGAIN -> Optional.empty();
        };
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
