package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Close a cashier session with what was counted.
 *
 * @param closingCash in minor units of {@code currency}
 * @param unsent how many sales the register has that it could not send yet
 */
public record CloseSession(long closingCash, @Nullable String notes, long unsent, Currency currency) {

    /** All that can come of closing a session. */
    public sealed interface Result {

        record Closed(SessionReport report) implements Result {}

        record NoSuchSession() implements Result {}

        /** It was counted before, and never changes. */
        @RefusedWith(status = 409, code = "cashier.session_closed")
        record ClosedAlready() implements Result, Refusal {}

        /** The register has sales that are not sent yet. */
        @RefusedWith(status = 409, code = "cashier.sales_pending", field = "unsent")
        record SalesPending(long unsent) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("unsent", "cashier.sales_pending", Long.toString(unsent)));
            }
        }
    }
}
