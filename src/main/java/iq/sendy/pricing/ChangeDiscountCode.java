package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Command to change a discount code, with the currency in which its amounts were read.
 *
 * @param merge is given the code as it stands under its lock, and answers it as it shall be
 */
public record ChangeDiscountCode(UUID id, Currency currency, UnaryOperator<DiscountCode.DiscountCodeDetails> merge) {

    /** What can come of it. */
    public sealed interface Result {

        record Changed(DiscountCode code) implements Result {}

        /** Another code of the store has the word. */
        @RefusedWith(status = 409, code = "discount.code_taken", field = "code")
        record WordTaken() implements Result, Refusal {}

        record NoSuchCode() implements Result {}
    }
}
