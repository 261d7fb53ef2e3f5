/**
 * What a store spends: expenses, what they add up to by category and by month, and an event for each change, of which the
 * figures are kept. An expense that names a purchase order is its payment and not a second cost. It tells
 * purchasing what was paid, and asks stores to keep the currency that amounts are stored in.
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
            "purchasing",
            "stores"
        })
package iq.sendy.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
