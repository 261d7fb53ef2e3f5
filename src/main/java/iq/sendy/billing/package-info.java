/**
 * What stores may use of the platform and what it costs them: plans, the subscription of each store with its periods, the
 * tokens that its agent has used, and the lists that operators keep for all stores, of AI models and courier companies.
 * How much a store has of what a plan limits is told by the modules that have it, as {@link iq.sendy.billing.MeteredUsage}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: pages",
            "platform :: sql",
            "platform :: tenancy",
            "jobs",
            "stores"
        })
package iq.sendy.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
