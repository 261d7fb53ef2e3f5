package iq.sendy.cashier.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.cashier.DrawerTotals.MethodTotal;
import iq.sendy.cashier.SessionReport;
import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.util.List;

/** The X or Z report on the wire: the session, and how its expected cash comes about. */
record SessionReportBody(
        ReportKind report,
        @JsonUnwrapped CashierSessionBody session,
        List<MethodSalesBody> sales,
        BigDecimal cashTaken,
        BigDecimal change,
        BigDecimal cashRounding,
        BigDecimal cashShortfall,
        BigDecimal cashRefunds,
        BigDecimal payIns,
        BigDecimal payOuts) {

    /** Whether the drawer is still in use, or was counted. */
    enum ReportKind {
        X,
        Z
    }

    /** What was sold and paid in one way. */
    record MethodSalesBody(String method, long count, BigDecimal amount) {

        static MethodSalesBody of(MethodTotal total, Currency currency) {
            return new MethodSalesBody(total.method(), total.count(), currency.onWire(total.amount()));
        }
    }

    static SessionReportBody of(SessionReport report) {
        var currency = report.session().currency();
        var drawer = report.drawer();
        return new SessionReportBody(
                report.session().isOpen() ? ReportKind.X : ReportKind.Z,
                CashierSessionBody.of(report),
                drawer.sales().stream()
                        .map(total -> MethodSalesBody.of(total, currency))
                        .toList(),
                currency.onWire(drawer.cashTaken()),
                currency.onWire(drawer.change()),
                currency.onWire(drawer.cashRounding()),
                currency.onWire(drawer.cashShortfall()),
                currency.onWire(drawer.cashRefunds()),
                currency.onWire(drawer.payIns()),
                currency.onWire(drawer.payOuts()));
    }
}
