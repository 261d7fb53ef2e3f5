package iq.sendy.pricing;

import iq.sendy.kernel.Currency;

/** Command to make a discount code, with the currency in which its amounts were read. */
public record CreateDiscountCode(Currency currency, DiscountCode.Details details) {

    /** What can come of it. */
    public sealed interface Result {

        record Created(DiscountCode code) implements Result {}

        /** Another code of the store has the word. */
        record WordTaken() implements Result {}
    }
}
