package iq.sendy.cashier.web;

import iq.sendy.cashier.CashMovement;
import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.DrawerTotals;
import iq.sendy.cashier.SessionActor;
import iq.sendy.cashier.SessionReport;
import iq.sendy.cashier.SessionStatus;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.SchemaOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cashier session on the wire, with what went through its drawer: contract sections 8 and 15. */
record CashierSessionBody(
        UUID id,
        String registerName,
        SessionStatus status,
        @SchemaOf(Currency.class) String currency,
        Instant openedAt,
        SessionActor openedBy,
        BigDecimal openingCash,
        @Nullable Instant closedAt,
        @Nullable SessionActor closedBy,
        @Nullable BigDecimal closingCash,
        BigDecimal expectedCash,
        @Nullable BigDecimal difference,
        @Nullable Long zNumber,
        Map<String, BigDecimal> totals,
        long salesCount,
        long lateSales,
        List<CashMovementBody> cashMovements,
        @Nullable String notes) {

    /** The ways to pay at a counter; each has its total, nothing included. */
    private static final List<String> METHODS = List.of("Cash", "Card", "BankTransfer", "Wallet");

    record CashMovementBody(
            UUID id, CashMovementType type, BigDecimal amount, String reason, SessionActor actor, Instant createdAt) {

        static CashMovementBody of(CashMovement movement, Currency currency) {
            return new CashMovementBody(
                    movement.id(),
                    movement.type(),
                    currency.onWire(movement.amount()),
                    movement.reason(),
                    movement.actor(),
                    movement.createdAt());
        }
    }

    static CashierSessionBody of(SessionReport report) {
        var session = report.session();
        var currency = session.currency();
        var closing = session.closing();
        var difference = report.difference();
        return new CashierSessionBody(
                session.id(),
                session.registerName(),
                session.status(),
                currency.name(),
                session.opening().at(),
                session.opening().by(),
                currency.onWire(session.opening().cash()),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.by(),
                closing == null ? null : currency.onWire(closing.cash()),
                currency.onWire(report.expectedCash()),
                currency.onWireOrNull(difference),
                closing == null ? null : closing.zNumber(),
                totals(report.drawer(), currency),
                report.drawer().salesCount(),
                report.drawer().lateSales(),
                report.movements().stream()
                        .map(movement -> CashMovementBody.of(movement, currency))
                        .toList(),
                closing == null ? null : closing.notes());
    }

    private static Map<String, BigDecimal> totals(DrawerTotals drawer, Currency currency) {
        var totals = new LinkedHashMap<String, BigDecimal>();
        METHODS.forEach(method -> totals.put(method, currency.onWire(0)));
        drawer.sales().forEach(sales -> totals.put(sales.method(), currency.onWire(sales.amount())));
        return totals;
    }
}
