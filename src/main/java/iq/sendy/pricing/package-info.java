/**
 * What things cost and why: automatic discounts, discount codes, shipping rules, and the arithmetic that turns a basket into
 * a price with its trace. Its door is {@link iq.sendy.pricing.Pricing}; it asks geography which provinces there are and
 * catalog which categories.
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
            "catalog",
            "geography"
        })
package iq.sendy.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
