package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/**
 * Open a cashier session at a register.
 *
 * @param openingCash what was counted into the drawer, in minor units of {@code currency}
 * @param currency the one that the amount was read in; the store's must still be the same
 */
public record OpenSession(String registerName, long openingCash, Currency currency) {

    /** All that can come of opening a session. */
    public sealed interface Result {

        record Opened(SessionReport report) implements Result {}

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
