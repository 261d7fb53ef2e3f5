package iq.sendy.orders;

import iq.sendy.cashier.CashPayment;
import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.SalePlace.AtRegister;
import iq.sendy.cashier.Tendered;
import iq.sendy.orders.OrderInquiry.Findings;
import iq.sendy.orders.OrderPlacement.Repeat;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is placed, once it is known whether it is a sale.
 *
 * @param at where the sale belongs; null when it is none
 */
record Placement(
        PlaceOrder command, Findings found, @Nullable AtRegister at, Repeat repeat, OrderGuard guard) {

    /** One that is no order of a stranger. */
    Placement(PlaceOrder command, Findings found, @Nullable AtRegister at, Repeat repeat) {
        this(command, found, at, repeat, OrderGuard.NONE);
    }

    /** Whether it is a sale that has happened, which nothing refuses any more. */
    boolean happened() {
        return at != null && command.checkout().said().happened();
    }

    /** Whether its reference may have no other order. */
    boolean unique() {
        return found.settings().uniqueExternalRef() && !happened();
    }

    /** The moment that rules and codes are judged by. */
    Instant moment(Instant now) {
        var soldAt = command.checkout().said().soldAt();
        return at == null || soldAt == null ? now : soldAt;
    }

    BasketRequest basket() {
        return BasketRequest.of(command, happened() ? BasketRequest.Origin.SOLD : BasketRequest.Origin.REQUEST);
    }

    CashPayment payment(long total) {
        var tender = command.tender();
        return CashierSales.payment(
                Objects.requireNonNull(at),
                command.checkout().said(),
                new Tendered(tender.method().toString(), total, tender.cashTendered()),
                command.currency());
    }
}
