/**
 * What things cost and why: automatic discounts, discount codes, shipping rules, and the arithmetic that turns a basket into
 * a price with its trace. {@link iq.sendy.pricing.Quotes} prices baskets; codes and rules have a service each. It asks geography which provinces there are,
 * catalog which categories, and stores to keep the currency that amounts are stored in.
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
            "geography",
            "stores"
        })
package iq.sendy.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
