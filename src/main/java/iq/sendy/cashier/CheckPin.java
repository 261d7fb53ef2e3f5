package iq.sendy.cashier;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Check the PIN of who is at the counter, where the shop wants one. It prints without it.
 *
 * @param member null where nobody was named
 * @param pin as it was typed; null where none was
 */
public record CheckPin(
        StoreId store, @Nullable UUID member, @Nullable String pin) {

    @Override
    public String toString() {
        return "check the PIN of " + member;
    }

    /** What must be sent, where the shop wants a PIN. */
    List<Violation> lacks() {
        var missing = new ArrayList<Violation>();
        if (member == null) {
            missing.add(Violation.at("staffId", "pin.required"));
        }
        if (pin == null) {
            missing.add(Violation.at("pin", "pin.required"));
        }
        return missing;
    }

    /** All that can come of it. */
    public sealed interface Result {

        /** It is the member's, or none is wanted. */
        record Passed() implements Result {}

        @RefusedWith(code = "pin.required")
        record PinMissing(List<Violation> violations) implements Result, Refusal {

            public PinMissing {
                violations = List.copyOf(violations);
            }
        }

        /** Of somebody who has none, or is nobody here, every PIN is wrong. */
        @RefusedWith(status = 403, code = "pin.wrong", field = "pin")
        record WrongPin() implements Result, Refusal {}

        @RefusedWith(status = 429, code = "rate.exceeded")
        record PinLocked(Duration delay) implements Result, Refusal {}
    }
}
