package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** Put cash into a drawer, or take some out, without a sale. The amount is in minor units of {@code currency}. */
public record MoveCash(CashMovementType type, long amount, String reason, Currency currency) {

    /** All that can come of moving cash. */
    public sealed interface Result {

        record CashMoved(CashMovement movement) implements Result {}

        record NoSuchSession() implements Result {}

        /** The session was counted, and never changes. */
        @RefusedWith(status = 409, code = "cashier.session_closed")
        record ClosedAlready() implements Result, Refusal {}
    }
}
