/**
 * Figures of a store by day, kept as sums that the events of orders and returns add to in the change's own transaction, so
 * that no answer looks at orders. {@link iq.sendy.analytics.SalesProjection} keeps them,
 * {@link iq.sendy.analytics.SalesReports} answers them, and {@link iq.sendy.analytics.FigureRecount} holds them against the
 * orders and mends them. Nobody asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: compute",
            "platform :: ids",
            "platform :: sheets",
            "platform :: sql",
            "platform :: tenancy",
            "cashier",
            "catalog",
            "finance",
            "inventory",
            "jobs",
            "messaging",
            "orders",
            "returns",
            "stores"
        })
package iq.sendy.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
