package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Put cash into a drawer, or take some out, without a sale. The amount is in minor units of {@code currency}.
 *
 * @param id of the movement, where whoever asks may ask twice for the same; null takes a new one
 */
public record MoveCash(
        CashMovementType type,
        long amount,
        String reason,
        Currency currency,
        @Nullable UUID id) {

    /** A movement of its own, each time. */
    public MoveCash(CashMovementType type, long amount, String reason, Currency currency) {
        this(type, amount, reason, currency, null);
    }

    /** All that can come of moving cash. */
    public sealed interface Result {

        record CashMoved(CashMovement movement) implements Result {}

        record NoSuchSession() implements Result {}

        /** The session was counted, and never changes. */
        @RefusedWith(status = 409, code = "cashier.session_closed")
        record ClosedAlready() implements Result, Refusal {}
    }
}
