package iq.sendy.cashier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Report of a cashier session: the X report of an open one, the Z report of a closed one. The two are the same sums, made by
 * the same statement.
 *
 * @param movements pay-ins and pay-outs in their order
 */
public record SessionReport(CashierSession session, DrawerTotals drawer, List<CashMovement> movements) {

    public SessionReport {
        movements = List.copyOf(movements);
    }

    /** What must be in the drawer now, or had to be when it was counted. */
    public long expectedCash() {
        return drawer.expectedCash(session.opening().cash());
    }

    /** What was counted beyond that; null while nothing has been counted. */
    public @Nullable Long difference() {
        var closing = session.closing();
        return closing == null ? null : closing.difference();
    }
}
