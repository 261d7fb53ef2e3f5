package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Command to make a discount code, with the currency in which its amounts were read. */
public record CreateDiscountCode(Currency currency, DiscountCode.DiscountCodeDetails details) {

    /** What can come of it. */
    public sealed interface Result {

        record Created(DiscountCode code) implements Result {}

        /** Another code of the store has the word. */
        @RefusedWith(status = 409, code = "discount.code_taken", field = "code")
        record WordTaken() implements Result, Refusal {}
    }
}
