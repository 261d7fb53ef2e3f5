package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cashier session: the drawer of a register from its opening count to its closing one. Amounts are in minor units.
 *
 * @param closing null while it is open
 */
public record CashierSession(
        UUID id,
        String registerName,
        Currency currency,
        OpeningCount opening,
        @Nullable ClosingCount closing) {

    /** The register of a session that names none. */
    public static final String DEFAULT_REGISTER = "Main";

    /** The count that a session began with. */
    public record OpeningCount(Instant at, SessionActor by, long cash) {}

    /**
     * The count that a session ended with.
     *
     * @param expectedCash what should have been there
     * @param zNumber runs without a gap in the register
     */
    public record ClosingCount(
            Instant at,
            SessionActor by,
            long cash,
            long expectedCash,
            long zNumber,
            @Nullable String notes) {

        /** What was counted beyond what was expected; less than nothing when cash is missing. */
        public long difference() {
            return cash - expectedCash;
        }
    }

    public boolean isOpen() {
        return closing == null;
    }

    public SessionStatus status() {
        return isOpen() ? SessionStatus.OPEN : SessionStatus.CLOSED;
    }

    CashierSession closed(ClosingCount end) {
        return new CashierSession(id, registerName, currency, opening, end);
    }
}
