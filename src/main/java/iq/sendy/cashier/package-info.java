/**
 * The counter: registers, their cashier sessions from the opening count to the closing one, and every dinar that goes in and
 * out of a drawer. Its services are {@link iq.sendy.cashier.CashierSessions}, and {@code CashierSales} and {@code
 * CashRefunds} for the modules above, which sell and take back. Settings, pinned products and
 * PINs have a service each. It asks stores to keep the currency that amounts are stored in, catalog what is sold under a pin, and
 * accounts to hash PINs; reports are printed by {@link iq.sendy.cashier.SessionReportPrinter}, which a module above is.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: sql",
            "platform :: tenancy",
            "accounts",
            "catalog",
            "stores"
        })
package iq.sendy.cashier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
