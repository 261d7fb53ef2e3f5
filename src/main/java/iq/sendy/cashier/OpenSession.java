package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open a cashier session at a register.
 *
 * @param openingCash what was counted into the drawer, in minor units of {@code currency}
 * @param currency the one that the amount was read in; the store's must still be the same
 * @param withoutPin what lacks a PIN, should the shop want one; null where it was judged, or nobody is asked
 */
public record OpenSession(
        String registerName,
        long openingCash,
        Currency currency,
        @Nullable CheckPin withoutPin) {

    /** For who is not asked for a PIN. */
    public OpenSession(String registerName, long openingCash, Currency currency) {
        this(registerName, openingCash, currency, null);
    }

    /** All that can come of opening a session. */
    public sealed interface Result {

        record Opened(SessionReport report) implements Result {}

        /** The shop wants a PIN, and none was sent. */
        @RefusedWith(code = "pin.required")
        record PinWanted(List<Violation> violations) implements Result, Refusal {

            public PinWanted {
                violations = List.copyOf(violations);
            }
        }

        /** The register has one that is open. */
        @RefusedWith(status = 409, code = "cashier.session_open")
        record OpenAlready(String registerName) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.of("cashier.session_open").with("registerName", registerName));
            }
        }
    }
}
